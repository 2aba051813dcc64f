import { z } from "zod";
import type { RepositoryEntry } from "../../sources/judge-file.ts";
import type { GithubClient } from "./client.ts";
import { describeEntry, Entry, entryFields } from "./read-places.ts";

const Answer = z.object({
  repository: z.object({
    defaultBranchRef: z.object({ target: z.object({ settings: Entry }) }).nullable(),
  }),
});

/** One file of the default branch; a repository without a commit has none. */
export async function readSettings(
  client: GithubClient,
  place: { readonly owner: string; readonly name: string },
  path: string,
): Promise<RepositoryEntry> {
  const document = `query ReadSettings($owner: String!, $name: String!, $path: String!) {
    repository(owner: $owner, name: $name) {
      defaultBranchRef { target { ... on Commit { settings: file(path: $path) { ...Entry } } } }
    }
  } ${entryFields}`;
  const { repository } = Answer.parse(await client.query("read the settings", document, { ...place, path }));
  return describeEntry(repository.defaultBranchRef?.target.settings ?? null);
}
