import { Job } from "../payload.ts";
import { draft } from "./draft.ts";
import { reply } from "./reply.ts";
import type { TaskWorld } from "./world.ts";

/** Each kind of job and its task. The payload comes out of the queue, so it is parsed here. */
export async function perform(payload: unknown, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const job = Job.parse(payload);
  switch (job.kind) {
    case "draft":
      return await draft(job, world, signal);
    case "reply":
      return await reply(job, world, signal);
  }
}
