import { UserError } from "../../../errors.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import type { LinkedInJob, ReleaseJob } from "../../payload.ts";
import { type Context, connectContext, type TaskWorld } from "../world.ts";
import { askPermission } from "./ask-permission.ts";
import { tell } from "./tell.ts";

/**
 * A command on a pull request of ours, by somebody with write permission: what `obey` says is told in the thread, and
 * so is what a person can mend. On another pull request, and for anybody else, nothing is said.
 */
export async function answerOnOwn<OwnJob extends LinkedInJob | ReleaseJob>(
  job: OwnJob,
  world: TaskWorld,
  signal: AbortSignal,
  obey: (context: Context<OwnJob>, own: OwnPullRequest) => Promise<string>,
): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const context = connectContext(job, attempt, world, signal);
  const own = await world.store.loadPullRequest(job.asked.repository.id, job.asked.issue.number);
  if (!own || !(await askPermission(context))) return await attempt.finish("ignored");
  try {
    await tell(context, await obey(context, own), "rocket");
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    await tell(context, thrown.message, "confused");
  }
  await attempt.finish("answered");
}
