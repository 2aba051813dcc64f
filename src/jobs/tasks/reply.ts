import { renderHelp } from "../../commands/table.ts";
import type { ReplyJob } from "../payload.ts";
import { askPermission } from "./telling/ask-permission.ts";
import { tell } from "./telling/tell.ts";
import { type Context, connectContext, type TaskWorld } from "./world.ts";

/** Answers a command that wants no more than words: help, or how a command is written. */
export async function reply(job: ReplyJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  if (!(await isOurs(context)) || !(await askPermission(context))) return await attempt.finish("ignored");
  if (job.reply.about === "help") await tell(context, renderHelp(job.asked.place), "rocket");
  else await tell(context, job.reply.sentence, "confused");
  await attempt.finish("answered");
}

/** On a pull request commands are for the ones that we opened. */
async function isOurs({ job, world }: Context<ReplyJob>): Promise<boolean> {
  if (job.asked.place === "issue") return true;
  return (await world.store.loadPullRequest(job.asked.repository.id, job.asked.issue.number)) !== undefined;
}
