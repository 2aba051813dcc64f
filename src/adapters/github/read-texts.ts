import { z } from "zod";
import type { Repository } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";

const Answer = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()),
});

/** Files at revisions, in one query however many; see the port. */
export async function readTexts(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  places: Parameters<Repository["readTexts"]>[0],
): Promise<(string | null)[]> {
  const parameters = places.map((_, index) => `, $expression${index}: String!`).join("");
  const objects = places.map(
    (_, index) => `file${index}: object(expression: $expression${index}) { ... on Blob { text } }`,
  );
  const document = `query ReadTexts($owner: String!, $name: String!${parameters}) {
    repository(owner: $owner, name: $name) {
      ${objects.join("\n      ")}
    }
  }`;
  const expressions = places.map(({ revision, path }, index) => [
    `expression${index}`,
    `${revision}:${path}`,
  ]);
  const variables = { ...place, ...Object.fromEntries(expressions) };
  const { repository } = Answer.parse(
    await client.query("look for the post where it was moved", document, variables),
  );
  return places.map((_, index) => repository[`file${index}`]?.text ?? null);
}
