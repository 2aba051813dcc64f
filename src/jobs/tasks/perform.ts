import { UnreachableError, UserError } from "../../errors.ts";
import type { Job } from "../payload.ts";
import { angles } from "./angles.ts";
import { close } from "./close.ts";
import { draft } from "./draft.ts";
import { linkedin } from "./linkedin.ts";
import { loadJob } from "./load-job.ts";
import { release } from "./release.ts";
import { reply } from "./reply.ts";
import { reschedule } from "./reschedule.ts";
import { review } from "./review.ts";
import { schedule } from "./schedule.ts";
import { endRefused, endUnreachable } from "./telling/end-work.ts";
import type { TaskWorld } from "./world.ts";

/** Each kind of job and its task. The queue holds only the id of the work; what was asked is loaded, and parsed here. */
export async function perform(message: unknown, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const job = await loadJob(message, world);
  if (!job) return;
  try {
    await performJob(job, world, signal);
  } catch (thrown) {
    if (thrown instanceof UnreachableError) return await endUnreachable(job, thrown, world);
    if (thrown instanceof UserError) return await endRefused(job, thrown, world);
    throw thrown;
  }
}

async function performJob(job: Job, world: TaskWorld, signal: AbortSignal): Promise<void> {
  switch (job.kind) {
    case "draft":
      return await draft(job, world, signal);
    case "angles":
      return await angles(job, world, signal);
    case "close":
      return await close(job, world, signal);
    case "linkedin":
      return await linkedin(job, world, signal);
    case "release":
      return await release(job, world, signal);
    case "review":
      return await review(job, world, signal);
    case "settings":
      return await reschedule(job, world, signal);
    case "schedule":
      return await schedule(job, world, signal);
    case "reply":
      return await reply(job, world, signal);
  }
}
