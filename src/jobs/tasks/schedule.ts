import { z } from "zod";
import { UserError } from "../../errors.ts";
import type { Idea } from "../../ports/ideas.ts";
import type { DraftJob, ScheduleJob } from "../payload.ts";
import { finishDraft, takeDraftOfDay } from "./draft.ts";
import { listIdeas } from "./reading/choose-idea.ts";
import { gatherSources } from "./reading/gather-sources.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** The issue as it stood when it was chosen: its brief, never read again. */
const Chosen = z.object({
  number: z.int(),
  nodeId: z.string(),
  title: z.string(),
  body: z.string(),
  author: z.string(),
});
type Chosen = z.infer<typeof Chosen>;

/** Ideas of which nothing can be read are passed over, but each costs a Read. */
const mostTried = 5;

/**
 * A series is due: the oldest idea that can be drafted goes the ordinary way of a draft. When there is none
 * the log says so and nobody else, since nobody asked.
 */
export async function schedule(job: ScheduleJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  const draft = (await loadChosen(context)) ?? (await choose(context));
  if (typeof draft !== "string") return await finishDraft(draft);
  const fields = { workId: job.workId, repositoryId: job.target.repository.id, series: job.series };
  world.log.info({ ...fields, reason: draft }, "Nothing is drafted for a schedule");
  await attempt.finish("nothing");
}

/** The draft that an earlier attempt chose; null when none did. */
export async function loadChosen(context: Context<ScheduleJob>): Promise<Context<DraftJob> | null> {
  const chosen = await context.attempt.load("chosen", Chosen);
  return chosen ? connectDraft(context, chosen) : null;
}

/** The first idea of which something can be read, or why there is none. */
async function choose(context: Context<ScheduleJob>): Promise<Context<DraftJob> | string> {
  const { job, attempt, world } = context;
  let tried = 0;
  for await (const idea of listIdeas(context)) {
    if (typeof idea === "string") return idea;
    const draft = connectDraft(context, idea);
    const pinned = await readOrPassOver(draft, idea);
    tried += 1;
    if (pinned && (await world.store.claimIssue(job.workId, job.target.repository.id, idea.number))) {
      if (!(await takeDraftOfDay(draft, pinned))) return "the day has had its drafts";
      await attempt.save("chosen", idea satisfies Chosen);
      await attempt.save("permitted", true);
      await attempt.save("read", pinned);
      return draft;
    }
    if (tried === mostTried) return "nothing could be read of the oldest ideas";
  }
  return "no idea waits";
}

async function readOrPassOver(draft: Context<DraftJob>, { number }: Idea) {
  const { job, world } = draft;
  try {
    const pinned = await gatherSources(draft);
    return "alreadyOpen" in pinned ? null : pinned;
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const fields = { workId: job.workId, issue: number, reason: thrown.message };
    world.log.info(fields, "A schedule passes over an idea");
    return null;
  }
}

/** The draft of an idea, as part of the same work. */
function connectDraft(
  { job, attempt, world, signal }: Context<ScheduleJob>,
  { number, nodeId, title, body, author }: Chosen,
): Context<DraftJob> {
  const draft: DraftJob = {
    kind: "draft",
    workId: job.workId,
    asked: { ...job.target, place: "issue", issue: { number, nodeId }, comment: null, asker: author },
    issueText: { title, body },
    series: job.series,
  };
  return connectContext(draft, attempt, world, signal);
}
