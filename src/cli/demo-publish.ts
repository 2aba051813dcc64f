import { z } from "zod";
import type { AppProcess } from "./app-process.ts";
import type { Story } from "./demo-story.ts";
import type { LinkedInPost, SandboxProcess } from "./sandbox-process.ts";

/** What the merge came to: the post as LinkedIn received it, and how many posts its readers see. */
export type Published = { readonly announcement: LinkedInPost | null; readonly visiblePosts: number };

/** The demo's person marks the pull request ready, since GitHub refuses to merge a draft, and merges it. */
export async function publishDraft(scene: {
  readonly sandbox: SandboxProcess;
  readonly app: AppProcess;
  readonly story: Story;
  readonly person: string;
  readonly name: string;
  readonly number: number;
}): Promise<Published> {
  const { sandbox, app, story, person, name, number } = scene;
  const path = `/repos/${name}/pulls/${number}`;
  const { node_id: id } = z.object({ node_id: z.string() }).parse(await sandbox.as(person, "GET", path));
  const ready =
    "mutation Ready($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }";
  await sandbox.graphql(person, ready, { id });
  const isEnd = (line: { msg: string; queue?: string | undefined }) =>
    line.msg === "Ended a job" && (line.queue === "close" || line.queue === "failed");
  const ended = app.waitFor(isEnd, 120_000);
  await sandbox.as(person, "PUT", `${path}/merge`, { merge_method: "squash" });
  story.tell(`${person} marks #${number} ready and merges it`);
  await ended;
  const comments = z
    .array(z.object({ body: z.string() }))
    .parse(await sandbox.as(person, "GET", `/repos/${name}/issues/${number}/comments`));
  story.tell(
    "Galley says on the pull request",
    comments.at(-1)?.body.replace(/\s*<!--[\s\S]*$/, "") ?? "(nothing)",
  );
  const posts = await sandbox.linkedinPosts();
  const [announcement = null] = posts;
  if (announcement) story.tell("LinkedIn's readers see", announcement.rendered);
  return { announcement, visiblePosts: posts.length };
}
