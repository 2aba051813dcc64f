import { z } from "zod";
import type { Flow } from "./flow.ts";

/** A repository on a sandbox. */
type Place = Pick<Flow, "sandbox" | "name">;

const PullRequest = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  draft: z.boolean(),
  state: z.string(),
  user: z.object({ login: z.string() }),
  head: z.object({ ref: z.string(), sha: z.string() }),
  base: z.object({ ref: z.string() }),
  merged_at: z.string().nullable(),
  labels: z.array(z.object({ name: z.string() })),
});

/** A pull request as a person sees it. */
export type SeenPullRequest = z.infer<typeof PullRequest>;

/** Every pull request of the repository, oldest first, as its editor sees them. */
export async function listPullRequests({ sandbox, name }: Place): Promise<SeenPullRequest[]> {
  const { body } = await sandbox.as("editor").request("GET", `/repos/${name}/pulls?state=all&per_page=100`);
  return z
    .array(PullRequest)
    .parse(body)
    .sort((a, b) => a.number - b.number);
}

/** What Galley said on an issue. */
export async function listAnswers({ sandbox, name }: Place, issueNumber: number): Promise<string[]> {
  const comments = await sandbox.as("editor").comments(name, issueNumber);
  return comments
    .filter(({ login }) => login.endsWith("[bot]"))
    .map(({ body }) => body.replace(/\s*<!--[\s\S]*$/, ""));
}

/** The reactions on a comment, as GitHub names them, sorted. */
export async function listReactions({ sandbox, name }: Place, commentId: number): Promise<string[]> {
  const path = `/repos/${name}/issues/comments/${commentId}/reactions`;
  const { body } = await sandbox.as("editor").request("GET", path);
  return z
    .array(z.object({ content: z.string() }))
    .parse(body)
    .map(({ content }) => content)
    .sort();
}

/** Where a pull request's body says that the post is. */
export function findPostPath(body: string): string {
  return /^Draft is in `(.+?)`\. Edit directly/m.exec(body)?.[1] ?? "";
}

/** The comment that commands, on an issue with one. */
export async function findCommand({ sandbox, name }: Flow, issueNumber: number): Promise<number> {
  const comments = await sandbox.as("editor").comments(name, issueNumber);
  const command = comments.find(({ body }) => body.startsWith("/"));
  if (!command) throw new Error("There is no command");
  return command.id;
}
