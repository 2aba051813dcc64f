import { UserError } from "../../../errors.ts";
import type { Looked, PlaceToLook } from "../../../ports/repository.ts";
import type { CheckedSource } from "../../../pull-request/describe-evidence.ts";
import { parseSettings } from "../../../sources/parse-settings.ts";
import { Speakers } from "../../../sources/speakers.ts";
import type { Transcript } from "../../../sources/transcript.ts";
import { Pseudonyms } from "../../../sources/use-pseudonyms.ts";
import type { Ledger } from "../../../verification/evidence/ledger.ts";
import { splitPost } from "../../../verification/evidence/split-post.ts";
import type { Former } from "../../../verification/evidence/trace-sentences.ts";
import { type ReviewJob, settingsPath } from "../../payload.ts";
import type { Context } from "../world.ts";
import { buildFileUrl } from "./link-file.ts";
import { placeOf, type ReadSource, readOther, readTexts } from "./read-again.ts";
import { parseSpeakers } from "./read-speakers.ts";
import { readTranscripts } from "./read-transcripts.ts";

/** What an edited post is compared to. */
export type Gathered = {
  readonly transcripts: readonly Transcript[];
  readonly sources: readonly CheckedSource[];
  /** Shown paths of sources that could not be read again. */
  readonly unread: readonly string[];
  /** The newest ledger first. */
  readonly formers: readonly Former[];
  /** What stands at the places beside them, in their order. */
  readonly looked: readonly (Looked | null)[];
};

/**
 * Reads the sources again at their pinned commits, with the files of speakers and pseudonyms and the former versions of the
 * post: one request for the repository, one for each other, one for each file over 512,000 bytes. What cannot be read any more
 * is named, not guessed. Other places of the repository are looked at in the same request.
 */
export async function gatherEvidence(
  context: Context<ReviewJob>,
  ledgers: { readonly first: Ledger; readonly newest: Ledger },
  beside: readonly PlaceToLook[] = [],
): Promise<Gathered> {
  const { newest, first } = ledgers;
  const formers = [newest, ...(first.commit === newest.commit ? [] : [first])];
  const own = newest.sources.filter(({ origin }) => origin?.repository === null);
  const posts = formers.map(({ commit, path }) => ({ ref: commit, path, depth: 0 }));
  const paths = [newest.speakers, ...(newest.pseudonyms === null ? [] : [newest.pseudonyms])];
  const rules = paths.map((path) => ({ ref: newest.commitOfRules, path, depth: 0 }));
  const home = await context.repository.look({
    settingsPath,
    places: [...posts, ...rules, ...own.map(placeOf), ...beside],
  });
  const last = home.looked.length - beside.length;
  const texts = await readTexts(context.repository, { looked: home.looked.slice(0, last) });
  const read: ReadSource[] = own.map((source, index) => ({
    ...source,
    text: texts[posts.length + rules.length + index] ?? null,
    isPrivate: home.isPrivate,
  }));
  for (const group of Map.groupBy(newest.sources, ({ origin }) => origin?.repository ?? null)) {
    if (group[0] !== null) read.push(...(await readOther(context, group[0], group[1])));
  }
  return {
    ...compare(context, {
      read,
      isPublic: !home.isPrivate,
      rules: readRules(newest, texts.slice(posts.length)),
      newest,
    }),
    looked: home.looked.slice(last),
    formers: formers.map((ledger, index) => ({ ledger, sentences: splitOrNot(texts[index]) })),
  };
}

const splitOrNot = (text: string | null | undefined) => (typeof text === "string" ? splitPost(text) : null);

type Rules = { readonly speakers: Speakers; readonly pseudonyms: Pseudonyms };

/** Null where they cannot be read any more: without them words would pass that nobody may quote, or see. */
function readRules(
  ledger: Pick<Ledger, "speakers" | "pseudonyms">,
  [people = null, names = null]: readonly (string | null)[],
): Rules | null {
  const pseudonyms = ledger.pseudonyms === null ? {} : readPseudonyms(names);
  try {
    const speakers = people === null ? Speakers.parse({}) : parseSpeakers(people, ledger.speakers);
    return pseudonyms && { speakers, pseudonyms };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return null;
  }
}

function readPseudonyms(text: string | null): Pseudonyms | null {
  const parsed = text === null ? null : parseSettings(text, Pseudonyms);
  return parsed?.ok ? parsed.settings : null;
}

function compare(
  { job, world }: Context<ReviewJob>,
  from: {
    readonly read: readonly ReadSource[];
    readonly isPublic: boolean;
    readonly rules: Rules | null;
    readonly newest: Ledger;
  },
): Omit<Gathered, "formers" | "looked"> {
  const home = `${job.target.repository.owner}/${job.target.repository.name}`;
  const shown = from.newest.sources.map((source) => {
    const found = from.read.find(({ id }) => id === source.id);
    // The repository may have become public since.
    const isWithheld =
      source.isWithheld ||
      (from.isPublic && source.origin?.repository !== null && (found?.isPrivate ?? true));
    const path = isWithheld && !source.isWithheld ? `private source ${source.id}` : source.path;
    return { ...source, path, isWithheld, text: from.rules === null ? null : (found?.text ?? null) };
  });
  const readable = shown.flatMap(({ id, path, origin, lines, text, isWithheld }) =>
    text === null || !origin
      ? []
      : [
          {
            id,
            path: isWithheld ? path : origin.path,
            repository: isWithheld ? null : (origin.repository ?? home),
            commit: origin.commit,
            note: null,
            lines,
            text,
          },
        ],
  );
  const rules = from.rules ?? { speakers: Speakers.parse({}), pseudonyms: {} };
  const { transcripts, unread } = readTranscripts({ sources: readable, ...rules });
  const missing = shown.filter(({ text, origin }) => text === null || !origin).map(({ path }) => path);
  return {
    transcripts,
    unread: [...missing, ...unread.map(({ path }) => path)],
    sources: shown.map(({ id, path, origin, isWithheld }) => ({
      id,
      path,
      isWithheld,
      url:
        isWithheld || !origin
          ? null
          : buildFileUrl(world.githubUrl, { ...origin, repository: origin.repository ?? home }),
    })),
  };
}
