import { z } from "zod";
import { PermanentError, toError, UserError } from "../../errors.ts";
import { Job } from "../payload.ts";
import { findLostPullRequest, Opened } from "./open-pull-request.ts";
import { tell } from "./tell.ts";
import { connectContext, type TaskWorld } from "./world.ts";

/**
 * After the last attempt: the asker gets one sentence, with the id under which the log tells more. Nobody is
 * told anything who was not known to have permission.
 */
export async function giveUp(payload: unknown, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const job = Job.parse(payload);
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  let opened = await attempt.load("opened", Opened);
  try {
    if (!opened && job.kind === "draft") {
      opened = (await findLostPullRequest({ ...context, job })) ?? undefined;
    }
    if (opened) await tell(context, `The draft is ready to be read and edited: #${opened.number}.`, "rocket");
    else if (await attempt.load("permitted", z.boolean())) await tell(context, apologise(job), "confused");
  } catch (thrown) {
    if (!(thrown instanceof UserError || thrown instanceof PermanentError)) throw thrown;
    world.log.error({ workId: job.workId, err: toError(thrown) }, "Could not say that work failed");
  }
  await attempt.finish(opened ? "opened" : "failed");
}

function apologise(job: Job): string {
  return `Something went wrong on our side, and it stayed wrong when it was tried again: nothing was opened. Write \`/${job.kind === "draft" ? "draft" : "help"}\` again; if that fails too, the log of this Galley says why, under \`${job.workId}\`.`;
}
