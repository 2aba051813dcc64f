import { UserError } from "../../errors.ts";
import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import { describePublication } from "../../publishing/describe-publication.ts";
import { sendable } from "../../publishing/publication.ts";
import { renderCode } from "../../pull-request/clean-for-github.ts";
import type { LinkedInJob, ReleaseJob } from "../payload.ts";
import { announcePost } from "./closing/announce-post.ts";
import { planAnnouncement } from "./closing/plan-announcement.ts";
import { readClosed } from "./closing/read-closed.ts";
import { screenAnnouncement } from "./closing/screen-announcement.ts";
import { answerOnOwn } from "./telling/answer-on-own.ts";
import type { Context, TaskWorld } from "./world.ts";

/** `/linkedin …` on a pull request of ours: what a person says or asks about its announcement. */
export async function linkedin(job: LinkedInJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  await answerOnOwn(job, world, signal, obey);
}

async function obey(context: Context<LinkedInJob>, own: OwnPullRequest): Promise<string> {
  const { job, world } = context;
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const { command } = job;
  if (command.do === "send") return await send(context, own);
  const publication = await world.publications.load(key);
  if (!publication) throw new UserError(describeUnplanned(await readClosed(context, own)));
  if (command.do === "show") return describePublication(publication);
  const outcome =
    command.do === "sent"
      ? ({ state: "sent", url: command.url } as const)
      : ({
          state: "failed",
          reason: `${job.asked.asker} looked and did not find it`,
        } as const);
  if (await world.publications.record(key, outcome, ["unknown"])) {
    return describePublication({ ...publication, reason: null, url: null, ...outcome });
  }
  throw new UserError(
    `This is for an announcement that nobody knows about. ${describePublication(publication)}`,
  );
}

/** The post is read on the default branch as it is now, so that what was mended counts. */
export async function send(context: Context<LinkedInJob | ReleaseJob>, own: OwnPullRequest): Promise<string> {
  const { world } = context;
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const closed = await readClosed(context, own);
  if (!isPublished(closed)) throw new UserError(describeUnplanned(closed));
  const known = await world.publications.load(key);
  if (known && !sendable.includes(known.state)) throw new UserError(describePublication(known));
  const planned = planAnnouncement(context, own, closed, closed.current);
  const { decision, card } = await screenAnnouncement(context, own.number, planned);
  // A person says so now: what was held for review is sent.
  const wish = decision.kind === "hold" ? ({ kind: "send", text: decision.text } as const) : decision;
  const said = describePublication(await announcePost(world, key, wish, { card, from: sendable }));
  if (wish.kind !== "send") throw new UserError(said);
  return said;
}

function isPublished({ state, baseBranch, defaultBranch }: ClosedPullRequest): boolean {
  return state === "MERGED" && baseBranch === defaultBranch;
}

/** Why nothing is known of an announcement. */
function describeUnplanned(closed: ClosedPullRequest): string {
  const branch = renderCode(closed.defaultBranch);
  if (isPublished(closed))
    return `Nothing was announced yet: \`/linkedin send\` reads the post on ${branch} and sends its announcement.`;
  if (closed.state === "MERGED")
    return `Nothing is announced, because this pull request was merged into another branch than ${branch}.`;
  if (closed.state === "CLOSED")
    return "Nothing is announced, because this pull request was closed without merging.";
  return `Nothing is announced before this pull request is merged into ${branch}.`;
}
