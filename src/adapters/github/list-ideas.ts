import { z } from "zod";
import type { IdeasPage } from "../../ports/ideas.ts";
import type { Repository } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";

const Answer = z.object({
  repository: z
    .object({
      isArchived: z.boolean(),
      issues: z.object({
        nodes: z.array(
          z.object({
            number: z.int(),
            id: z.string(),
            title: z.string(),
            body: z.string(),
            author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
          }),
        ),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    })
    .loose(),
});

const PullRequest = z.object({ state: z.string() }).nullish();

/** Issues are read with their text: which series one is for stands there. Fifty of them are at most 3 MB. */
export async function listIdeas(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  { label, pullRequestNumbers, after }: Parameters<Repository["listIdeas"]>[0],
): Promise<IdeasPage> {
  const variables = pullRequestNumbers.map((_, index) => `, $number${index}: Int!`).join("");
  const pullRequests = pullRequestNumbers
    .map((_, index) => `pullRequest${index}: pullRequest(number: $number${index}) { state }`)
    .join("\n");
  const document = `query ListIdeas($owner: String!, $name: String!, $label: String!, $after: String${variables}) {
    repository(owner: $owner, name: $name) {
      isArchived
      issues(labels: [$label], states: [OPEN], orderBy: { field: CREATED_AT, direction: ASC }, first: 50, after: $after) {
        nodes { number id title body author { __typename login } }
        pageInfo { hasNextPage endCursor }
      }
      ${pullRequests}
    }
  }`;
  const answer = await client.query("look for an issue to draft", document, {
    ...place,
    label,
    after,
    ...Object.fromEntries(pullRequestNumbers.map((number, index) => [`number${index}`, number])),
  });
  const { repository } = Answer.parse(answer);
  const { nodes, pageInfo } = repository.issues;
  return {
    isArchived: repository.isArchived,
    ideas: nodes.map(({ number, id, title, body, author }) => ({
      number,
      nodeId: id,
      title,
      body,
      author: author?.__typename === "User" ? author.login : null,
    })),
    hasOpenPullRequest: pullRequestNumbers.some(
      (_, index) => PullRequest.parse(repository[`pullRequest${index}`])?.state === "OPEN",
    ),
    next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}
