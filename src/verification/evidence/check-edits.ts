import type { Claim } from "../../drafting/draft.ts";
import type { Passage } from "../../sources/passage.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { checkClaims } from "../claims/check-claims.ts";
import { createCiter } from "../claims/cite-evidence.ts";
import { describePostLine, type Finding } from "../finding.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { Original } from "./locate-quotation.ts";
import type { PostSentence } from "./split-post.ts";

/** A finding at its line of the post's file; null where it is about no line. */
export type PlacedFinding = Finding & {
  readonly line: number | null;
  /** What was said, where a finding is about that. */
  readonly original?: Original | undefined;
};

/**
 * What the checks of claims say of a post that people may have edited. A sentence of the draft keeps what was found of
 * it then, when the brief was known, too. One that a person made of a sentence that rests on the sources is compared
 * with these again, and what differs is a note: a person may know better. Of what is the author's own nothing is said.
 * `former` is what the draft said itself: its names need no passage.
 */
export function checkEdits(
  sentences: readonly PostSentence[],
  entries: readonly LedgerEntry[],
  from: {
    readonly draft: Pick<Ledger, "sentences">;
    readonly former: readonly PostSentence[] | null;
    readonly transcripts: readonly Transcript[];
  },
): PlacedFinding[] {
  const drafted = new Set(from.draft.sentences.map(({ hash }) => hash));
  const kept: PlacedFinding[] = [];
  const seen = new Set<string>();
  const isNew = (key: string) => seen.size < seen.add(key).size;
  const edited: Edited[] = [];
  sentences.forEach((sentence, at) => {
    const entry = entries[at];
    if (!entry) return;
    const line = sentence.firstLine;
    if (drafted.has(entry.hash))
      kept.push(
        ...listDoubts(entry, line)
          .filter(({ key }) => isNew(key))
          .map(({ finding }) => finding),
      );
    // Quotations are compared word by word.
    else if (!sentence.isQuoted) {
      const passages = entry.isOwn ? (entry.was ?? []) : entry.passages;
      if (passages.length > 0) edited.push({ line, text: sentence.text, passages });
    }
  });
  const known = (from.former ?? []).map(({ text }) => text).join("\n");
  return [...kept, ...compareAgain(edited, from.transcripts, known)];
}

/** The key is the same for the sentences of one claim in one line, of which everything was found together. */
function listDoubts({ doubts = [], passages }: LedgerEntry, line: number) {
  return doubts.map((doubt) => ({
    key: JSON.stringify([line, passages, doubt]),
    finding: { ...doubt, place: describePostLine(line), line } satisfies PlacedFinding,
  }));
}

type Edited = { readonly line: number; readonly text: string; readonly passages: Passage[] };

function compareAgain(
  edited: readonly Edited[],
  transcripts: readonly Transcript[],
  known: string,
): PlacedFinding[] {
  const cite = createCiter(transcripts);
  const places = new Map<Claim, string>(edited.map((one, at) => [one, String(at)]));
  const locate = (claim: Claim) => places.get(claim) ?? "";
  return checkClaims(edited, transcripts, { known, locate }).flatMap(({ rule, place, message }) => {
    const { line, passages } = edited[Number(place)] ?? {};
    const [passage] = passages ?? [];
    if (line === undefined || !passage) return [];
    const [said] = isQuotable(passage, transcripts) ? cite([passage]).cited : [];
    const original = said && { passage, speaker: said.speaker, text: said.text, differing: said.text };
    return [
      { rule, severity: "note", place: describePostLine(line), line, message: reword(message), original },
    ];
  });
}

/** A draft may rest on words that nobody may quote, and a note is read by whoever reads the post. */
function isQuotable(
  { source, firstUtterance, lastUtterance }: Passage,
  transcripts: readonly Transcript[],
): boolean {
  const all = transcripts.find((one) => one.source.id === source)?.utterances ?? [];
  return all.every(({ number, quotable }) => quotable || number < firstUtterance || number > lastUtterance);
}

function reword(message: string): string {
  return message
    .replace("The sentence", "As it was edited, the sentence")
    .replace("its passages", "the passages of the drafted one");
}
