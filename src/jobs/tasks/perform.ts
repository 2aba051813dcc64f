import type { Job } from "../payload.ts";
import { draft } from "./draft.ts";
import { reply } from "./reply.ts";
import type { TaskWorld } from "./world.ts";

/** Each kind of job and its task. */
export async function perform(job: Job, world: TaskWorld, signal: AbortSignal): Promise<void> {
  switch (job.kind) {
    case "draft":
      return await draft(job, world, signal);
    case "reply":
      return await reply(job, world, signal);
  }
}
