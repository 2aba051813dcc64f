import { chooseLabels } from "./choose-labels.ts";
import { isNotSpeaker, namesBreak, namesJingle } from "./names.ts";
import type { Parsed, SourceLine, Turn } from "./parsed.ts";
import type { Label } from "./recognise-label.ts";
import { readSpokenLine } from "./spoken-text.ts";
import { findStampAlone, readStamp } from "./stamps.ts";

/** `html` is what its reader made of a page: plain words, with `#` for headings and `**` around labels. */
type Format = "markdown" | "text" | "html";

const rule = /^\s*(?:\\?[*_=-]\s*){3,}$/;
const fence = /^\s*(?:```|~~~)/;
const advert =
  /^\s*[[(<](?:begin |start of |end of )?(?:an? )?(?:ads?|adverts?|advertisement|sponsor(?:ship)?|commercial)(?: break| message| read)?[\])>]\s*$/i;
/** What programs write below or between what is said. */
const credit =
  /^\s*(?:(?:Transcribed by|Transcript by|Transcription by)\b.{0,80}|(?:Meeting|Transcription) ended after \d.{0,40}|.{1,60} (?:started|stopped) transcription\.?|This editable transcript was computer generated\b.{0,160})$/i;

/** Markdown, plain text and pages: speakers' turns, or paragraphs of notes. */
export function parseTurns(lines: readonly SourceLine[], format: Format): Parsed {
  const labels = chooseLabels(lines);
  const turns = new TurnReader(labels, format);
  lines.forEach((line, index) => {
    turns.read(line, labels.get(index));
  });
  const units =
    labels.size === 0 ? turns.turns.filter(({ pieces }) => pieces.length > 0) : listSpeaking(labels);
  return {
    kind: labels.size > 0 ? "transcript" : "notes",
    turns: turns.turns,
    units: units.length,
    cues: null,
  };
}

function listSpeaking(labels: ReadonlyMap<number, Label>): Label[] {
  return [...labels.values()].filter(({ name }) => !namesBreak(name));
}

/** Holds the turn that is open while the lines go by. */
class TurnReader {
  readonly turns: Turn[] = [{ speaker: null, quotable: false, mark: null, pieces: [] }];
  readonly #hasLabels: boolean;
  readonly #format: Format;
  #opensParagraph = true;
  #inFence = false;
  #startMs: number | null = null;

  constructor(labels: ReadonlyMap<number, Label>, format: Format) {
    this.#hasLabels = labels.size > 0;
    this.#format = format;
  }

  read({ text: line, line: number }: SourceLine, label: Label | undefined): void {
    if (fence.test(line)) this.#inFence = !this.#inFence;
    if (line.trim() === "" || rule.test(line)) this.#pause(line.trim() !== "");
    else if (label) {
      this.#openLabel(label);
      this.#say(label.rest, number, true);
    } else if (advert.test(line)) this.#open(null, false, "advert");
    else if (this.#format !== "text" && /^#{1,6}\s/.test(line)) this.#open(null, false);
    else if (!this.#hasLabels || !this.#takeStamp(line)) {
      if (credit.test(line)) this.#open(null, false);
      this.#say(line, number, false);
    }
  }

  /** A blank line ends a paragraph of notes; a line across the page ends whatever there is. */
  #pause(isRule: boolean): void {
    this.#opensParagraph = true;
    if (isRule || !this.#hasLabels) this.#open(null, false);
  }

  #open(speaker: string | null, quotable: boolean, mark: Turn["mark"] = null): void {
    this.turns.push({ speaker, quotable, mark, pieces: [] });
  }

  #openLabel({ name, startMs }: Label): void {
    const isBreak = namesBreak(name);
    const isJingle = namesJingle(name);
    const speaks = !isBreak && !isNotSpeaker(name);
    this.#open(speaks ? name : null, speaks && !isJingle, isBreak || isJingle ? "advert" : null);
    this.#startMs = startMs ?? this.#startMs;
  }

  #takeStamp(line: string): boolean {
    const stamp = findStampAlone(line);
    if (stamp !== null) this.#startMs = readStamp(stamp) ?? this.#startMs;
    return stamp !== null;
  }

  #say(body: string, line: number, hasLabel: boolean): void {
    const format = this.#format === "markdown" ? "markdown" : "text";
    const spoken = readSpokenLine(body.replace(/^\s*(?:>\s*)+/, ""), format);
    if (spoken.text === "") {
      if (!hasLabel) this.#startMs = spoken.startMs ?? this.#startMs;
      return;
    }
    const plainSpeech = !this.#inFence && !/^\s*(?:>|\||[-*+]\s|\d{1,3}[.)]\s|```|~~~)/.test(body);
    this.turns.at(-1)?.pieces.push({
      text: spoken.text,
      breaks: spoken.breaks,
      line,
      startMs: spoken.startMs ?? this.#startMs,
      endMs: null,
      opensParagraph: this.#opensParagraph,
      quotable: plainSpeech,
    });
    this.#startMs = null;
    this.#opensParagraph = false;
  }
}
