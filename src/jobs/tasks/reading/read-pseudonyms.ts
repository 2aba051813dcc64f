import { UserError } from "../../../errors.ts";
import type { Repository, RepositoryView } from "../../../ports/repository.ts";
import { renderCode } from "../../../pull-request/clean-for-github.ts";
import { parseSettings, renderMistakes } from "../../../sources/parse-settings.ts";
import { Pseudonyms } from "../../../sources/use-pseudonyms.ts";

/**
 * The names that are never shown to a writer, with what stands in their place, from the file that the settings
 * name. One request, and none where they name no file. Throws a `UserError` for a file that is not there, has
 * mistakes, or lies where everybody can read it.
 */
export async function readPseudonyms(
  { repository }: { readonly repository: Pick<Repository, "readTexts"> },
  view: Pick<RepositoryView, "commit" | "isPrivate">,
  path: string | null,
): Promise<Pseudonyms> {
  if (path === null) return {};
  if (!view.isPrivate)
    throw new UserError(
      `Nothing was drafted: everybody can read this repository, and with it the names in ${renderCode(path)}. Keep transcripts and pseudonyms in a private repository.`,
    );
  const [text = null] = await repository.readTexts([{ revision: view.commit, path }]);
  if (text === null)
    throw new UserError(
      `Nothing was drafted: ${renderCode(path)}, which \`confidentiality.pseudonyms\` names, is not a text file of the default branch. Put it there, or take the key out.`,
    );
  const parsed = parseSettings(text, Pseudonyms);
  if (parsed.ok) return parsed.settings;
  // A key of this file is a name: the line says enough.
  const mistakes = parsed.mistakes.map((mistake) => ({ ...mistake, key: "" }));
  throw new UserError(
    `${renderCode(path)} has mistakes, so nothing was drafted. Mend them on the default branch and write \`/draft\` again:\n${renderMistakes(mistakes)}`,
  );
}
