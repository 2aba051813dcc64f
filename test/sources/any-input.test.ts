import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { UserError } from "../../src/errors.ts";
import { decodeText } from "../../src/sources/decode-text.ts";
import { foldWords } from "../../src/sources/fold-words.ts";
import { parseTranscript } from "../../src/sources/parse-transcript.ts";
import type { Transcript } from "../../src/sources/transcript.ts";
import { sourceOf } from "../fixtures/sources.ts";

const folder = new URL("../fixtures/transcripts/bridges/", import.meta.url);
const samples = readdirSync(folder).map((file) => ({ file, bytes: readFileSync(new URL(file, folder)) }));
const extensions = ["md", "txt", "vtt", "srt", "sbv", "json", "html"] as const;

/** A transcript, or one sentence; anything else is thrown on. */
function read(bytes: Uint8Array, path: string): Transcript | string {
  try {
    return parseTranscript(sourceOf(decodeText(bytes), path));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown.message;
  }
}

function checkSound(result: Transcript | string): void {
  if (typeof result === "string") {
    assert.match(result, /^it(?:s| )|^line \d+ /);
    assert.doesNotMatch(result, /\n/);
    return;
  }
  const lines = result.source.text.split(/\r\n|\n|\r/).length;
  result.utterances.forEach((utterance, index) => {
    assert.equal(utterance.number, index + 1);
    for (const { text, firstLine, lastLine } of utterance.sentences) {
      assert.ok(utterance.text.includes(text));
      assert.ok(
        firstLine >= 1 && firstLine <= lastLine && lastLine <= lines,
        `${firstLine}-${lastLine} of ${lines}`,
      );
    }
    assert.ok(!utterance.quotable || utterance.speaker !== null);
  });
}

const extension = fc.constantFrom(...extensions);
/** Words, and the marks by which formats are told. */
const shred = fc.constantFrom(
  ...'WEBVTT|\n|\n\n|\r\n|\r|00:01.000 --> 00:02.000|1|00:00:01,000 --> 00:00:02,000|0:00:01.000,0:00:02.000|<v Ana>|</v>|<c>|&amp;|&#0;|NOTE|STYLE|-->|**Ana:**|Ana: |### Ana|[00:12]|\\[08:15\\]|---|```|> |- |{|}|[|]|"text"|:|,|"|\\u|<p>|<b>|</p>|<!--|-->|<script>|Speaker 1  0:03|2 minutes 5 seconds|We moved it.|It worked.|(laughs)|♪|\u0000|\uFEFF|\uFFFD|é|漢字。| '.split(
    "|",
  ),
);

test("any bytes end in a transcript or in one sentence", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), extension, (bytes, name) =>
      checkSound(read(bytes, `a.${name}`)),
    ),
    { numRuns: 400 },
  );
});

test("any mixture of the formats' marks does", () => {
  fc.assert(
    fc.property(fc.array(shred, { maxLength: 60 }), extension, (parts, name) =>
      checkSound(read(Buffer.from(parts.join("")), `a.${name}`)),
    ),
    { numRuns: 800 },
  );
});

test("any transcript that was cut, doubled or damaged does", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      extension,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ maxLength: 4 }),
      ({ file, bytes }, name, a, b, odd) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)].map((part) => Math.floor(part * bytes.length));
        const damaged = Buffer.concat([bytes.subarray(0, from), odd, bytes.subarray(to)]);
        checkSound(read(damaged, odd.length > 2 ? `a.${name}` : file));
      },
    ),
    { numRuns: 200 },
  );
});

test("no word of a text is changed, in whatever shape it stands", () => {
  const word = fc.stringMatching(/^[A-Za-zéß]{1,9}$/);
  const sentence = fc.array(word, { minLength: 2, maxLength: 60 }).map((words) => `We ${words.join(" ")}.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 3, maxLength: 8 }), (sentences) => {
      const who = (index: number) => ["Ana Ruiz", "Ben Ito"][index % 2];
      const shapes = [
        ["a.md", sentences.map((text, at) => `**${who(at)}:** ${text}`).join("\n\n")],
        ["a.txt", sentences.map((text, at) => `${who(at)}: ${text}`).join("\n")],
        ["a.html", sentences.map((text, at) => `<p><b>${who(at)}:</b> ${text}</p>`).join("")],
        [
          "a.vtt",
          `WEBVTT\n\n${sentences.map((text, at) => `00:${10 + at}.000 --> 00:${11 + at}.000\n<v ${who(at)}>${text}`).join("\n\n")}`,
        ],
      ] as const;
      for (const [path, text] of shapes) {
        const result = parseTranscript(sourceOf(text, path));
        assert.equal(
          result.utterances.map((utterance) => utterance.text).join(" "),
          sentences.join(" "),
          path,
        );
        assert.deepEqual(foldWords(result.speakers.join(" ")), foldWords("Ana Ruiz Ben Ito"));
      }
    }),
    { numRuns: 60 },
  );
});

test("negative control: a reader that fails otherwise is found", () => {
  assert.throws(() => checkSound("Cannot read properties of undefined"));
  const sound = read(samples[0]?.bytes ?? new Uint8Array(), samples[0]?.file ?? "");
  assert.ok(typeof sound !== "string");
  assert.throws(() => checkSound({ ...sound, source: { ...sound.source, text: "" } }));
});

for (const [what, text] of [
  ["letters", "a".repeat(1_000_000)],
  ["brackets", "[".repeat(1_000_000)],
  ["opened tags", "<b ".repeat(300_000)],
  ["deep tags", "<b>".repeat(300_000)],
  ["links without an end", "[a](".repeat(250_000)],
  ["comments without an end", "<!--".repeat(250_000)],
  ["stamps", "0:00 ".repeat(200_000)],
  ["labels", "Ana: Hi.\n".repeat(20_000)],
  ["arrows", "00:00:01,000 --> ".repeat(60_000)],
  ["spaces", " ".repeat(1_000_000)],
  ["stops", ". ".repeat(500_000)],
  ["ampersands", "&".repeat(1_000_000)],
] as const)
  test(`a megabyte of ${what} is read in every format`, () => {
    for (const name of extensions) {
      const start = name === "vtt" ? "WEBVTT\n\n00:01.000 --> 00:02.000\n" : "";
      checkSound(read(Buffer.from(start + text), `a.${name}`));
    }
  });
