import { z } from "zod";
import { once } from "../../checkpoint.ts";
import type { AskedJob } from "../../payload.ts";
import type { Context } from "../world.ts";

/**
 * Whether the asker may command, asked live and first: a stranger costs this one request, gets no answer and
 * leaves one line in the log.
 */
export async function askPermission({
  job,
  attempt,
  repository,
  world,
}: Context<AskedJob>): Promise<boolean> {
  const permitted = await once(attempt, "permitted", z.boolean(), async () => {
    const permission = await repository.permission(job.asked.asker);
    return permission === "admin" || permission === "write";
  });
  if (!permitted)
    world.log.info({ workId: job.workId, kind: job.kind }, "Ignored a command: no write permission");
  return permitted;
}
