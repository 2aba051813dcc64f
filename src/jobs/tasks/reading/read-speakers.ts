import { UserError } from "../../../errors.ts";
import type { RepositoryView } from "../../../ports/repository.ts";
import { renderCode } from "../../../pull-request/clean-for-github.ts";
import { parseSettings, renderMistakes } from "../../../sources/parse-settings.ts";
import { SourceSettings } from "../../../sources/settings.ts";
import { Speakers } from "../../../sources/speakers.ts";
import type { Context } from "../world.ts";

/** Asked for in the one Read, before the settings are known. */
export const defaultSpeakersPath = SourceSettings.parse({}).speakers;

/**
 * The repository's file of speakers at the commit of the view; a file that is absent knows nobody. Costs a
 * request only where the settings name another path. Throws a `UserError` with every mistake in it: a policy
 * that was misread would quote whom it should not.
 */
export async function readSpeakers(
  { repository }: Pick<Context, "repository">,
  view: Pick<RepositoryView, "entries" | "commit">,
  path: string,
): Promise<Speakers> {
  const entry = view.entries.get(path);
  if (entry && entry.kind !== "file") return refuseUnlessMissing(entry.kind, path);
  const [text] = entry ? [entry.text] : await repository.readTexts([{ revision: view.commit, path }]);
  if (entry && text === null)
    throw new UserError(`${renderCode(path)} is not a text file, so nothing was drafted.`);
  return text === null || text === undefined ? Speakers.parse({}) : parseSpeakers(text, path);
}

function refuseUnlessMissing(kind: string, path: string): Speakers {
  if (kind === "missing") return Speakers.parse({});
  throw new UserError(
    `${renderCode(path)} is a ${kind}, not a file, so nothing was drafted. Write the speakers into a file of that name, or name another one under \`sources.speakers\`.`,
  );
}

/** The file's people; the mistakes name line, key and what was expected. */
export function parseSpeakers(text: string, path: string): Speakers {
  const parsed = parseSettings(text, Speakers);
  if (parsed.ok) return parsed.settings;
  throw new UserError(
    `${renderCode(path)} has mistakes, so nothing was drafted. Mend them and try again:\n${renderMistakes(parsed.mistakes)}`,
  );
}
