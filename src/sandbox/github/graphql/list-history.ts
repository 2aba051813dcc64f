import { runGit } from "../git/run-git.ts";
import { connection, type Page } from "./connection.ts";
import type { GitSource } from "./git-fields.ts";

/** The commits behind one, newest first; with a path those that changed it. */
export async function listHistory(
  { repository, object }: GitSource,
  { path, ...page }: Page & { path?: string | null },
) {
  const paths = path ? ["--", path] : [];
  const listed = await runGit(repository.git.directory, ["rev-list", object.oid, ...paths]);
  const commits = await Promise.all(
    listed
      .toString()
      .split("\n")
      .filter(Boolean)
      .map((oid) => repository.git.read(oid)),
  );
  const nodes = commits.flatMap((one): GitSource[] =>
    one ? [{ kind: "git", repository, object: one }] : [],
  );
  return connection("history", nodes, page);
}
