import { extname } from "node:path";
import { z } from "zod";
import { UserError } from "../../../errors.ts";
import { decodeText } from "../../../sources/decode-text.ts";
import { Source } from "../../../sources/source.ts";
import { type Chosen, unreadable } from "./choose-sources.ts";
import type { Unreadable } from "./read-transcripts.ts";

/** A source with the lines that a link pointed to, when it did: only what was said there is meant. */
export const PinnedSource = Source.extend({
  lines: z.object({ first: z.int(), last: z.int() }).nullable(),
  /** Where it was read, which is not shown where it is withheld; null in work that an older Galley began. */
  origin: z.object({ repository: z.string(), path: z.string(), commit: z.string() }).nullable().default(null),
});
export type PinnedSource = z.infer<typeof PinnedSource>;

/** The texts of the files that are read. Those over GitHub's cut of 512,000 bytes are read to their end, one request each. */
export async function readChosen(
  chosen: readonly Chosen[],
): Promise<{ sources: PinnedSource[]; unread: Unreadable[] }> {
  const sources: PinnedSource[] = [];
  const unread: Unreadable[] = [];
  for (const choice of chosen) {
    if (choice.kind === "unread") {
      unread.push({ path: choice.path, reason: choice.reason });
      continue;
    }
    try {
      const text = choice.isTruncated ? decodeText(await choice.from.readBlob(choice.oid)) : choice.text;
      sources.push(describeSource(choice, sources.length + 1, text));
    } catch (thrown) {
      // A file whose first half a megabyte was text may still not be one.
      if (!(thrown instanceof UserError)) throw thrown;
      unread.push({ path: choice.written, reason: choice.isWithheld ? unreadable : thrown.message });
    }
  }
  return { sources, unread };
}

/** A source that is withheld goes by a name that says nothing; its extension tells the format. */
function describeSource(
  { reference, repository, path, commit, isWithheld }: Extract<Chosen, { kind: "file" }>,
  number: number,
  text: string,
): PinnedSource {
  const place = isWithheld
    ? { repository: null, path: `private source ${number}${extname(path).toLowerCase()}`, commit: null }
    : { repository, path, commit };
  const { note, lines } = reference;
  return { id: `S${number}`, ...place, note, lines, text, origin: { repository, path, commit } };
}
