import { UserError } from "../errors.ts";
import { buildUtterance } from "./build-utterance.ts";
import { parseFormat } from "./formats/parse-format.ts";
import type { Source } from "./source.ts";
import type { Transcript, Utterance } from "./transcript.ts";

/**
 * Reads a source into utterances. The format is told by the content, then by the name; words without
 * speakers become notes, which may be read but are never quoted. What cannot be read throws a `UserError` whose
 * message ends a sentence that begins with the file: a name from outside never stands in it.
 */
export function parseTranscript(source: Source): Transcript {
  refuseUnreadable(source);
  const { format, parsed } = parseFormat(source);
  const utterances = parsed.turns
    .map((turn) => buildUtterance({ ...turn, number: 1 }))
    .filter((utterance) => utterance !== null)
    .map((utterance, index) => ({ ...utterance, number: index + 1 }));
  if (utterances.length === 0)
    throw new UserError("it holds no words that can be read: check that it is the right file");
  return {
    source,
    format,
    kind: hasSpeaker(utterances) ? parsed.kind : "notes",
    utterances,
    speakers: listSpeakers(utterances),
  };
}

function refuseUnreadable({ text }: Source): void {
  if (text.replace(/^\uFEFF/, "").trim() === "") throw new UserError("it is empty");
  const start = text.slice(0, 100_000);
  const unreadable = start.split("\uFFFD").length - 1;
  const controls = start.match(/\p{Cc}/gu)?.filter((mark) => !/[\s\u0085]/u.test(mark)).length ?? 0;
  const isCaptions = start.startsWith("WEBVTT");
  if (!isCaptions && (controls > start.length / 50 || unreadable > start.length / 50))
    throw new UserError("it is not text in UTF-8: save it as a text file");
}

function hasSpeaker(utterances: readonly Utterance[]): boolean {
  return utterances.some((utterance) => utterance.speaker !== null);
}

function listSpeakers(utterances: readonly Utterance[]): string[] {
  return [...new Set(utterances.map((utterance) => utterance.speaker).filter((speaker) => speaker !== null))];
}
