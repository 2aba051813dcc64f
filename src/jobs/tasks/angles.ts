import { z } from "zod";
import { Angle } from "../../drafting/angle.ts";
import { ModelError, UserError } from "../../errors.ts";
import { renderCode } from "../../pull-request/clean-for-github.ts";
import { renderAngles } from "../../pull-request/render-angles.ts";
import { usePseudonymsInBrief } from "../../sources/use-pseudonyms.ts";
import {
  countKinds,
  isBlocking,
  numberLeaks,
} from "../../verification/confidentiality/check-confidentiality.ts";
import { findLeaks } from "../../verification/confidentiality/find-leaks.ts";
import { openSecrets } from "../../verification/confidentiality/hashed-secrets.ts";
import { once } from "../checkpoint.ts";
import { type AnglesJob, settingsPath } from "../payload.ts";
import { listPublic } from "./checking/list-public.ts";
import { gatherSources, Pinned } from "./reading/gather-sources.ts";
import { buildFileUrl } from "./reading/link-file.ts";
import { Earlier, listEarlier } from "./reading/list-earlier.ts";
import { hashIssue } from "./reading/load-angle.ts";
import { readSecrets } from "./reading/read-secrets.ts";
import { readTranscripts } from "./reading/read-transcripts.ts";
import { askPermission } from "./telling/ask-permission.ts";
import { acknowledge, tell } from "./telling/tell.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";
import { describeModelError, keepSteps } from "./writing/keep-steps.ts";
import { describeSeries } from "./writing/write-draft.ts";

/** What was proposed, with what it rests on. */
const Proposed = z.object({ angles: z.array(Angle), model: z.string().nullable(), comment: z.string() });

/** From `/angles` to a comment that proposes them. They are remembered, so that `/draft 2` means the second. */
export async function angles(job: AnglesJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  try {
    await attempt.finish(await proposeAngles(context));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    await tell(context, thrown.message, "confused");
    await attempt.finish("refused");
  }
}

async function proposeAngles(context: Context<AnglesJob>): Promise<"proposed" | "ignored"> {
  const { job, attempt, world } = context;
  if (!(await askPermission(context))) return "ignored";
  const pinned = (await attempt.load("read", Pinned)) ?? (await gatherSources(context));
  if ("alreadyOpen" in pinned)
    throw new UserError(
      `This issue has a draft already: #${pinned.alreadyOpen.number}. Edit it there, or close it without merging and write \`/angles\` again.`,
    );
  await attempt.save("read", pinned);
  await acknowledge(context, "Looking for angles. They will stand in this comment.");
  const earlier = await once(attempt, "earlier", z.array(Earlier), () => listEarlier(context, pinned));
  const { angles: proposed, comment } = await once(attempt, "proposed", Proposed, () =>
    propose(context, pinned, earlier),
  );
  const place = { repositoryId: job.asked.repository.id, issueNumber: job.asked.issue.number };
  const kept = proposed.map(({ title, angle }) => ({ title, angle }));
  // Before they are shown: a number that stands on the issue means something.
  await world.store.saveAngles(
    place,
    { issueHash: hashIssue(job.issueText), angles: kept },
    world.clock.now(),
  );
  await tell(context, comment, "rocket");
  return "proposed";
}

async function propose(
  context: Context<AnglesJob>,
  pinned: Pinned,
  earlier: readonly Earlier[],
): Promise<z.infer<typeof Proposed>> {
  const { job, attempt, world, signal } = context;
  const { sources, settings } = pinned;
  const brief = usePseudonymsInBrief(pinned.brief, pinned.pseudonyms);
  const { transcripts, unread } = readTranscripts(pinned);
  const left = [...pinned.unread, ...unread];
  if (transcripts.length === 0) {
    const reasons = left.map(({ path, reason }) => `${renderCode(path)} (${reason})`);
    throw new UserError(
      `No angles were found, because none of the sources could be read: ${reasons.join("; ")}.`,
    );
  }
  const series = describeSeries(pinned.brief, { ...pinned, series: settings.series });
  const { tokensPerDraft } = settings.limits;
  const { banned } = settings.style;
  const outcome = await world.proposer
    .propose({ brief, series, transcripts, banned, tokensPerDraft, earlier, ...keepSteps(attempt) }, signal)
    .catch((thrown) => {
      if (!(thrown instanceof ModelError)) throw thrown;
      world.log.error({ workId: job.workId, err: thrown }, "The language model was of no use");
      throw new UserError(`No angles were found: ${describeModelError(thrown, job)}`, { cause: thrown });
    });
  if (outcome.kind === "declined") throw new UserError(`No angles were found. ${outcome.reason}`);
  refuseLeaks(pinned, outcome.angles, `${job.asked.repository.owner}/${job.asked.repository.name}`);
  const comment = renderAngles({
    ...outcome,
    earlier,
    transcripts,
    unread: left,
    sources: sources.map((source) => ({ ...source, url: buildFileUrl(world.githubUrl, source) })),
  });
  return { angles: [...outcome.angles], model: outcome.model, comment };
}

/** What everybody can read is not answered with what only the sources say. */
function refuseLeaks(pinned: Pinned, proposed: readonly Angle[], repository: string): void {
  const { isPrivate, settings } = pinned;
  if (isPrivate) return;
  const surfaces = proposed.map(({ title, angle }) => ({
    place: "the angles",
    text: `${title}\n${angle}`,
    hasLines: false,
  }));
  const found = findLeaks(surfaces, openSecrets(readSecrets(pinned)), listPublic(settings, repository));
  const blocking = numberLeaks(found, new Map()).filter((leak) =>
    isBlocking(leak, settings.confidentiality.names),
  );
  if (blocking.length > 0)
    throw new UserError(
      `No angles are shown, because everybody can read this repository and they say what only the sources do: ${countKinds(blocking)}. List what may be said under \`confidentiality.public\` in \`${settingsPath}\`, and write \`/angles\` again.`,
    );
}
