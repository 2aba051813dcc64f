import { z } from "zod";
import { person, type Stage } from "./demo-stage.ts";
import type { Story } from "./demo-story.ts";
import { readAnswers } from "./read-result.ts";
import type { LinkedInPost } from "./sandbox-process.ts";

/** What the merge came to: the post as LinkedIn received it, and how many posts its readers see. */
export type Published = {
  readonly announcement: LinkedInPost | null;
  readonly visiblePosts: number;
  /** What Galley says on the pull request; null when nothing was merged. */
  readonly publication: readonly string[] | null;
};

/** The demo's person marks the pull request ready, since GitHub refuses to merge a draft, and merges it. */
export async function publishDraft(stage: Stage, story: Story, number: number): Promise<Published> {
  const { sandbox, app, name } = stage;
  const path = `/repos/${name}/pulls/${number}`;
  const { node_id: id } = z.object({ node_id: z.string() }).parse(await sandbox.as(person, "GET", path));
  const ready =
    "mutation Ready($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }";
  await sandbox.graphql(person, ready, { id });
  const ended = app.waitForJob("close", 120_000);
  await sandbox.as(person, "PUT", `${path}/merge`, { merge_method: "squash" });
  story.tell(`${person} marks #${number} ready and merges it`);
  await ended;
  const publication = await readAnswers(sandbox, person, name, number);
  story.tell("Galley says on the pull request", publication.join("\n\n") || "(nothing)");
  const posts = await sandbox.linkedinPosts();
  const [announcement = null] = posts;
  if (announcement) story.tell("LinkedIn's readers see", announcement.rendered);
  return { announcement, visiblePosts: posts.length, publication };
}
