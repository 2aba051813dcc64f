import { z } from "zod";
import type { Repository, RepositoryView } from "../../ports/repository.ts";
import type { GithubClient } from "./client.ts";
import { describeEntry, Entry, entryFields, readAnswers, renderPlaces } from "./read-places.ts";

const Refs = z.object({
  nodes: z.array(z.object({ name: z.string() }).nullable()),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
});

/** The answer to the one Read. Aliases `path0`, `path1`, … and `day0`, … hold what was asked for by number. */
const Answer = z.object({
  repository: z
    .object({
      id: z.string(),
      isPrivate: z.boolean(),
      nameWithOwner: z.string(),
      isArchived: z.boolean(),
      defaultBranchRef: z
        .object({ name: z.string(), target: z.looseObject({ oid: z.string(), settings: Entry }) })
        .nullable(),
      label: z.object({ id: z.string() }).nullable(),
      pullRequest: z
        .object({ number: z.int(), state: z.enum(["OPEN", "CLOSED", "MERGED"]), url: z.string() })
        .nullish(),
    })
    .loose(),
});

type Request = Parameters<Repository["read"]>[0];
type Place = { readonly owner: string; readonly name: string };

/**
 * Everything a draft needs in one request: settings, files, branches, label and the state of an earlier pull
 * request, all at the commit whose id comes back. `Commit.file` tells a link or a submodule from a file by its
 * mode, which `object(expression:)` cannot. Paths travel as variables, so nothing in them needs escaping.
 */
export async function readRepository(
  client: GithubClient,
  place: Place,
  request: Request,
): Promise<RepositoryView | null> {
  const answer = Answer.parse(
    await client.query("read the repository", renderDocument(request), listVariables(place, request)),
  );
  const { repository } = answer;
  const branch = repository.defaultBranchRef;
  if (!branch) return null;
  const days = request.days.map((_, index) => Refs.parse(repository[`day${index}`]));
  const entries = request.paths.map(
    (path, index) => [path, describeEntry(Entry.parse(branch.target[`path${index}`]), path)] as const,
  );
  return {
    nodeId: repository.id,
    fullName: repository.nameWithOwner,
    isPrivate: repository.isPrivate,
    isArchived: repository.isArchived,
    defaultBranch: branch.name,
    commit: branch.target.oid,
    settings: describeEntry(branch.target.settings),
    entries: new Map(entries),
    looked: readAnswers(request.places, repository),
    branches: {
      names: [...new Set(days.flatMap(({ nodes }) => nodes.flatMap((node) => node?.name ?? [])))],
      isComplete: days.every(({ pageInfo }) => !pageInfo.hasNextPage),
    },
    labelId: repository.label?.id ?? null,
    pullRequest: repository.pullRequest ?? null,
  };
}

function renderDocument({ paths, places, days, pullRequestNumber }: Request): string {
  const placed = renderPlaces(places);
  const pathVariables = paths.map((_, index) => `, $path${index}: String!`).join("");
  const dayVariables = days.map((_, index) => `, $day${index}: String!`).join("");
  const files = paths.map((_, index) => `path${index}: file(path: $path${index}) { ...Entry }`).join("\n");
  const refs = days
    .map(
      (_, index) =>
        `day${index}: refs(refPrefix: "refs/heads/", query: $day${index}, first: 100) { nodes { name } pageInfo { hasNextPage } }`,
    )
    .join("\n");
  const number = pullRequestNumber === null ? "" : ", $number: Int!";
  const pullRequest = pullRequestNumber === null ? "" : "pullRequest(number: $number) { number state url }";
  return `query Read($owner: String!, $name: String!, $label: String!, $settings: String!${number}${pathVariables}${placed.parameters}${dayVariables}) {
    repository(owner: $owner, name: $name) {
      id nameWithOwner isPrivate isArchived
      defaultBranchRef { name target { oid ... on Commit { settings: file(path: $settings) { ...Entry } ${files} } } }
      label(name: $label) { id }
      ${pullRequest}
      ${placed.fields}
      ${refs}
    }
  } ${entryFields}`;
}

function listVariables({ owner, name }: Place, request: Request): Record<string, unknown> {
  const { settingsPath, paths, places, days, label, pullRequestNumber } = request;
  return {
    owner,
    name,
    label,
    settings: settingsPath,
    ...(pullRequestNumber === null ? {} : { number: pullRequestNumber }),
    ...Object.fromEntries(paths.map((path, index) => [`path${index}`, path])),
    ...renderPlaces(places).variables,
    ...Object.fromEntries(days.map((day, index) => [`day${index}`, day])),
  };
}
