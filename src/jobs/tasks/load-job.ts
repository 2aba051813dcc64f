import { z } from "zod";
import { Job } from "../payload.ts";
import type { TaskWorld } from "./world.ts";

/** The job behind a message of the queue; undefined when its work is finished. */
export async function loadJob(message: unknown, world: TaskWorld): Promise<Job | undefined> {
  const { workId } = z.object({ workId: z.uuid() }).parse(message);
  const payload = await world.store.loadPayload(workId);
  return payload === undefined ? undefined : Job.parse(payload);
}
