import { z } from "zod";
import { Job } from "../payload.ts";
import type { TaskWorld } from "./world.ts";

/** What the queue holds of a job. */
export const Message = z.object({ workId: z.uuid() });

/** The job behind a message of the queue; undefined when its work is finished. */
export async function loadJob(message: unknown, world: TaskWorld): Promise<Job | undefined> {
  const { workId } = Message.parse(message);
  const payload = await world.store.loadPayload(workId);
  return payload === undefined ? undefined : Job.parse(payload);
}
