import { toError, UnreachableError, UserError } from "../../errors.ts";
import type { AskedJob, Job, ScheduleJob } from "../payload.ts";
import { loadJob, Message } from "./load-job.ts";
import { loadChosen } from "./schedule.ts";
import { askPermission } from "./telling/ask-permission.ts";
import { endUnreachable } from "./telling/end-work.ts";
import { say } from "./telling/say.ts";
import { tell } from "./telling/tell.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";
import { findLostPullRequest, Opened } from "./writing/open-pull-request.ts";

/**
 * After the last attempt: the asker gets one sentence, with the id under which the log tells more, or the link
 * to the pull request that an attempt opened without hearing of it. Nobody is told anything who may not command.
 */
export async function giveUp(message: unknown, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const job = await loadJob(message, world);
  const attempt = job && (await world.store.begin(job.workId));
  if (!attempt) return;
  const given = connectContext(job, attempt, world, signal);
  const context: Context<Speaking> | null = await findSpeaking(given);
  // Nothing is undone and nobody waits: a merge looks again, a push or the next time begins anew.
  if (!context) return await attempt.finish("failed");
  const number = await findNumber(context);
  try {
    await explain(context, number);
  } catch (thrown) {
    // Nobody can be told: the thread is gone, or GitHub refuses everything. The log is all that is left.
    world.log.error({ workId: job.workId, err: toError(thrown) }, "Could not say that work failed");
    if (thrown instanceof UnreachableError) return await endUnreachable(job, thrown, world);
    // What a person must mend first does not get better by asking. Anything else is tried again, and then ended unsaid.
    if (!(thrown instanceof UserError)) throw thrown;
  }
  await attempt.finish(number === null ? "failed" : "opened");
}

/** After the last attempt at saying it: the work ends all the same, and the log alone tells of it. */
export async function endUnsaid(message: unknown, world: Pick<TaskWorld, "store" | "log">): Promise<void> {
  const { workId } = Message.parse(message);
  const attempt = await world.store.begin(workId);
  if (!attempt) return;
  const opened = await attempt.load("opened", Opened);
  world.log.error({ workId }, "Ended work that failed, and nobody could be told");
  await attempt.finish(opened ? "opened" : "failed");
}

/** Jobs that end with a word to somebody. */
type Speaking = Exclude<Job, { kind: "review" | "settings" | "schedule" }>;

async function findSpeaking(context: Context): Promise<Context<Speaking> | null> {
  const { job } = context;
  if (job.kind === "review" || job.kind === "settings") return null;
  if (job.kind !== "schedule") return { ...context, job };
  return await loadChosen({ ...context, job } satisfies Context<ScheduleJob>);
}

async function explain(context: Context<Speaking>, number: number | null): Promise<void> {
  const { job } = context;
  if (job.kind === "close") {
    const text = `Galley could not find out what became of #${job.pullRequest.number}. When it is merged, \`/linkedin send\` announces it.`;
    return await say({ ...context, job }, { nodeIds: [job.pullRequest.nodeId], text });
  }
  const asked = { ...context, job };
  if (number !== null) await tell(asked, `The draft is ready to be read and edited: #${number}.`, "rocket");
  else if (await askPermission(asked)) await tell(asked, apologise(job), "confused");
}

async function findNumber(context: Context<Speaking>): Promise<number | null> {
  const { job, attempt, world } = context;
  const opened = await attempt.load("opened", Opened);
  if (opened) return opened.number;
  if (job.kind !== "draft") return null;
  try {
    return (await findLostPullRequest({ ...context, job }))?.number ?? null;
  } catch (thrown) {
    world.log.error({ workId: job.workId, err: toError(thrown) }, "Could not look for a lost pull request");
    return null;
  }
}

function apologise(job: AskedJob): string {
  const command = {
    draft: "/draft",
    angles: "/angles",
    reply: "/help",
    linkedin: "/linkedin",
    release: "/release",
  }[job.kind];
  return `Something went wrong on our side, and it stayed wrong when it was tried again: nothing was opened. Write \`${command}\` again; if that fails too, the log of this Galley says why, under \`${job.workId}\`.`;
}
