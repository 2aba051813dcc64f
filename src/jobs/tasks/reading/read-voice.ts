import type { RepositoryView } from "../../../ports/repository.ts";
import type { Brief } from "../../../sources/brief.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "../world.ts";

/**
 * The voice of the brief's series, from the file that the settings name; null where none is named, or where it is not
 * there: a post can be written without. One request, none where the first look has it.
 */
export async function readVoice(
  { repository }: Pick<Context, "repository">,
  { entries, commit }: Pick<RepositoryView, "entries" | "commit">,
  series: Settings["series"],
  brief: Pick<Brief, "series">,
): Promise<string | null> {
  const path = series.find(({ name }) => name.toLowerCase() === brief.series?.toLowerCase())?.voice ?? null;
  if (path === null) return null;
  const known = entries.get(path);
  if (known?.kind === "file" && known.text !== null && !known.isTruncated) return known.text;
  const [text = null] = await repository.readTexts([{ revision: commit, path }]);
  return text;
}
