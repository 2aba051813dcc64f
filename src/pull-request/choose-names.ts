import { fillPattern } from "./fill-pattern.ts";
import type { ContentSettings } from "./settings.ts";

/** Where a draft goes: its slug as it is used, the branch and the post's path. */
export type Names = { readonly slug: string; readonly branch: string; readonly file: string };

/**
 * The names of a draft: those of its slug, else of `slug-2`, `slug-3`, … until neither branch nor post is taken,
 * so that no draft writes over somebody's post. Compared without regard to case, since on many machines two
 * names that differ only in case cannot both be checked out.
 */
export function chooseNames(options: {
  readonly slug: string;
  readonly day: string;
  readonly branchPattern: string;
  readonly content: Pick<ContentSettings, "directory" | "filename">;
  readonly taken: { readonly branches: readonly string[]; readonly files: readonly string[] };
}): Names {
  const { day: date, branchPattern, content, taken } = options;
  const used = new Set([...taken.branches, ...taken.files].map((name) => name.toLowerCase()));
  const directory = content.directory.replace(/\/+$/, "");
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? options.slug : `${options.slug}-${number}`;
    const branch = fillPattern(branchPattern, { date, slug });
    const file = `${directory}/${fillPattern(content.filename, { date, slug })}`;
    if (!used.has(branch.toLowerCase()) && !used.has(file.toLowerCase())) return { slug, branch, file };
  }
}
