import { UserError } from "../../../errors.ts";
import { hashPost } from "../../../pull-request/plan-pull-request.ts";
import type { ReadingJob } from "../../payload.ts";
import type { Context } from "../world.ts";

/** Title and text of an issue as one hash: when it differs, what was proposed for it may not be meant any more. */
export function hashIssue({ title, body }: ReadingJob["issueText"]): string {
  return hashPost(`${title}\n${body}`);
}

/**
 * The angle that a command names by its number, of those that were proposed for the issue; null where it names none.
 * Throws a `UserError` when there is no such angle, or when the issue has changed since.
 */
export async function loadAngle({ job, world }: Context<ReadingJob>): Promise<string | null> {
  if (job.kind !== "draft" || job.angle === undefined) return null;
  const { repository, issue } = job.asked;
  const place = { repositoryId: repository.id, issueNumber: issue.number };
  const proposed = await world.store.loadAngles(place);
  if (!proposed)
    throw new UserError(
      `No angles were proposed for this issue, so there is no number ${job.angle}: write \`/angles\` first, or \`/draft\` alone.`,
    );
  if (proposed.issueHash !== hashIssue(job.issueText))
    throw new UserError(
      "This issue has changed since its angles were proposed: write `/angles` again and choose one of the new ones.",
    );
  const chosen = proposed.angles[job.angle - 1];
  if (!chosen) {
    const count = proposed.angles.length;
    throw new UserError(
      `There is no angle ${job.angle}: ${count === 1 ? "one was" : `${count} were`} proposed for this issue. Write \`/draft\` with a number up to ${count}.`,
    );
  }
  return `${chosen.title}: ${chosen.angle}`;
}
