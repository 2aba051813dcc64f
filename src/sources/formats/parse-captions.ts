import { UserError } from "../../errors.ts";
import { dropRepeats, type ReadCue } from "./drop-repeats.ts";
import { findNoise } from "./find-noise.ts";
import { createLabelReader } from "./name-captions.ts";
import { nameFirstLines } from "./name-first-lines.ts";
import { type Cue, type Parsed, splitLines, type Turn } from "./parsed.ts";
import { type CueLine, readCueText } from "./read-cue-text.ts";
import { readSrt } from "./read-srt.ts";
import { readWebvtt } from "./read-webvtt.ts";

/** Without labels a silence of this length begins a new turn: nobody knows who goes on. */
const pauseMs = 4_000;

/** WebVTT, SubRip and SBV: consecutive cues of one speaker become one turn. */
export function parseCaptions(text: string, format: "webvtt" | "srt" | "sbv"): Parsed {
  const raw = readRaw(text, format);
  if (raw.length === 0) throw new UserError(describeNoCues(text, format));
  const cues = nameFirstLines(raw.map((cue) => ({ ...cue, lines: readCueText(cue) })));
  const readLabel = createLabelReader(cues);
  const voiced = cues.filter(({ lines }) => lines.some(({ voice }) => voice !== null)).length;
  const carriesOver = !readLabel.isOnEveryCue && voiced * 2 < cues.length;
  const kept = dropRepeats(cues);
  const noise = findNoise(kept.map(({ lines }) => lines.map((line) => line.text).join(" ")));
  const turns: Turn[] = [];
  kept.forEach((cue, at) => {
    addCue(turns, cue, { readLabel, carriesOver, isNoise: noise.has(at) });
  });
  return { kind: "transcript", turns, units: cues.length, cues: cues.map((cue) => asShown(cue, readLabel)) };
}

/** A file that calls itself WebVTT but writes SubRip's commas has no valid cue; it is read as what it is. */
function readRaw(text: string, format: "webvtt" | "srt" | "sbv") {
  if (format !== "webvtt") return readSrt(text, format);
  const cues = readWebvtt(text);
  const arrows = splitLines(text).filter((line) => line.includes("-->"));
  const commas = arrows.filter((line) => /\d,\d{3}[ \t]+-->[ \t]+\d/.test(line));
  return cues.length === 0 && commas.length > arrows.length / 2 ? readSrt(text, "srt") : cues;
}

function describeNoCues(text: string, format: "webvtt" | "srt" | "sbv"): string {
  const form = {
    webvtt: "00:00:01.000 --> 00:00:02.000",
    srt: "00:00:01,000 --> 00:00:02,000",
    sbv: "0:00:01.000,0:00:02.000",
  }[format];
  const wrong = splitLines(text).findIndex((line) => line.includes("-->")) + 1;
  const where = wrong === 0 ? "no line has" : `line ${wrong} does not have, and no other line has,`;
  return `it holds no captions: ${where} times like \`${form}\``;
}

type Options = {
  readonly readLabel: ReturnType<typeof createLabelReader>;
  readonly carriesOver: boolean;
  readonly isNoise: boolean;
};

function addCue(turns: Turn[], cue: ReadCue, { readLabel, carriesOver, isNoise }: Options): void {
  const mark = isNoise ? "noise" : null;
  cue.lines.forEach((line, index) => {
    const label = line.voice === null ? readLabel(line.text, index === 0) : null;
    const last = turns.at(-1);
    const changes = line.voice === null && label === null && /^>{2,3}\s/.test(line.text);
    const goesOn = line.voice === null && label === null && !changes && (index > 0 || carriesOver);
    const speaker = goesOn ? (last?.speaker ?? null) : (line.voice ?? label?.name ?? null);
    const pause = cue.startMs - (last?.pieces.at(-1)?.endMs ?? cue.startMs);
    const isNew =
      !last ||
      last.speaker !== speaker ||
      last.mark !== mark ||
      changes ||
      (speaker === null && pause >= pauseMs && endsSentence(last));
    const turn: Turn = isNew ? { speaker, quotable: !isNoise, mark, pieces: [] } : last;
    if (isNew) turns.push(turn);
    const cut = label ? line.text.length - label.rest.length : changes ? line.text.search(/[^>\s]/) : 0;
    turn.pieces.push({
      ...cutStart(line, Math.max(0, cut)),
      ...timesOf(cue),
      opensParagraph: false,
      quotable: true,
    });
  });
}

function endsSentence(turn: Turn): boolean {
  return /[.!?…]["'”’)\]]?$/u.test(turn.pieces.at(-1)?.text ?? "");
}

function cutStart({ text, breaks, line }: CueLine, cut: number) {
  return {
    text: text.slice(cut),
    breaks: breaks.filter((offset) => offset > cut).map((offset) => offset - cut),
    line,
  };
}

function timesOf({ startMs, endMs }: ReadCue) {
  return { startMs, endMs };
}

function asShown({ startMs, endMs, lines }: ReadCue, readLabel: Options["readLabel"]): Cue {
  const [first] = lines;
  const label = first && first.voice === null ? readLabel(first.text, true) : null;
  const texts = lines.map(({ text }) => text);
  if (label) texts[0] = label.rest;
  return { speaker: first?.voice ?? label?.name ?? null, startMs, endMs, text: texts.join(" ") };
}
