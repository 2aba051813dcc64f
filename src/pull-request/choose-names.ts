import { UserError } from "../errors.ts";
import { fillPattern } from "./fill-pattern.ts";
import type { ContentSettings } from "./settings.ts";

/** Where a draft goes: its slug as it is used, the branch and the post's path. */
export type Names = { readonly slug: string; readonly branch: string; readonly file: string };

/**
 * The names of a draft: those of its slug, else of `slug-2`, `slug-3`, … until neither branch nor post is taken,
 * so that no draft writes over somebody's post. Compared without regard to case, since on many machines two
 * names that differ only in case cannot both be checked out. In git the branches `a` and `a/b` cannot stand
 * beside each other: another number helps when `a` is wanted, a person (`UserError`) when `a/b` is.
 */
export function chooseNames(options: {
  readonly slug: string;
  readonly day: string;
  readonly branchPattern: string;
  readonly content: Pick<ContentSettings, "directory" | "filename">;
  readonly taken: { readonly branches: readonly string[]; readonly files: readonly string[] };
}): Names {
  const { day: date, branchPattern, content, taken } = options;
  const usedBranches = new Set(taken.branches.flatMap(listPrefixes));
  const usedFiles = new Set(taken.files.map((file) => file.toLowerCase()));
  const directory = content.directory.replace(/\/+$/, "");
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? options.slug : `${options.slug}-${number}`;
    const branch = fillPattern(branchPattern, { date, slug });
    const file = `${directory}/${fillPattern(content.filename, { date, slug })}`;
    refuseBelow(branch, taken.branches);
    if (!usedBranches.has(branch.toLowerCase()) && !usedFiles.has(file.toLowerCase()))
      return { slug, branch, file };
  }
}

/** `a/b/c`, `a/b` and `a`: none of them can be a branch any more. */
function listPrefixes(branch: string): string[] {
  const parts = branch.toLowerCase().split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function refuseBelow(branch: string, taken: readonly string[]): void {
  const obstacle = taken.find((other) => branch.toLowerCase().startsWith(`${other.toLowerCase()}/`));
  if (obstacle === undefined) return;
  throw new UserError(
    `The branch \`${obstacle}\` leaves no room for one below it: rename it, or change \`branch\` in \`.github/galley.yml\`.`,
  );
}
