import { z } from "zod";
import type { Repository, RepositoryLook } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";
import { describeEntry, Entry, entryFields, readAnswers, renderPlaces } from "./read-places.ts";

const Answer = z.object({
  repository: z
    .object({
      nameWithOwner: z.string(),
      isPrivate: z.boolean(),
      defaultBranchRef: z.object({ target: z.object({ settings: Entry }) }).nullable(),
    })
    .loose(),
});

type Place = { readonly owner: string; readonly name: string };

/** Files of a repository and its settings, in one query; see the port. */
export async function look(
  client: GithubClient,
  place: Place,
  { settingsPath, places }: Parameters<Repository["look"]>[0],
): Promise<RepositoryLook> {
  const { parameters, fields, variables } = renderPlaces(places);
  const document = `query Look($owner: String!, $name: String!, $settings: String!${parameters}) {
    repository(owner: $owner, name: $name) {
      nameWithOwner isPrivate
      defaultBranchRef { target { ... on Commit { settings: file(path: $settings) { ...Entry } } } }
      ${fields}
    }
  } ${entryFields}`;
  const { repository } = Answer.parse(
    await client.query("read the sources", document, { ...place, settings: settingsPath, ...variables }),
  );
  return {
    fullName: repository.nameWithOwner,
    isPrivate: repository.isPrivate,
    settings: describeEntry(repository.defaultBranchRef?.target.settings ?? null),
    looked: readAnswers(places, repository),
  };
}

/** When files were changed last, in one query; see the port. */
export async function listDays(
  client: GithubClient,
  place: Place,
  { commit, paths }: Parameters<Repository["listDays"]>[0],
): Promise<(string | null)[]> {
  const parameters = paths.map((_, index) => `, $path${index}: String!`).join("");
  const fields = paths.map(
    (_, index) => `day${index}: history(first: 1, path: $path${index}) { nodes { committedDate } }`,
  );
  const document = `query ListDays($owner: String!, $name: String!, $commit: GitObjectID!${parameters}) {
    repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit { ${fields.join("\n")} } } }
  }`;
  const History = z.object({ nodes: z.array(z.object({ committedDate: z.string() }).nullable()).nullish() });
  const Days = z.object({
    repository: z.object({ object: z.record(z.string(), History.nullable()).nullable() }),
  });
  const variables = {
    ...place,
    commit,
    ...Object.fromEntries(paths.map((path, index) => [`path${index}`, path])),
  };
  const { repository } = Days.parse(await client.query("see which sources are new", document, variables));
  return paths.map(
    (_, index) => repository.object?.[`day${index}`]?.nodes?.[0]?.committedDate.slice(0, 10) ?? null,
  );
}
