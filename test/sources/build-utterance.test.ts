import assert from "node:assert/strict";
import { test } from "node:test";
import { buildUtterance, type Piece } from "../../src/sources/build-utterance.ts";

const piece = (text: string, line: number, rest: Partial<Piece> = {}): Piece => ({
  text,
  breaks: [],
  line,
  startMs: null,
  endMs: null,
  opensParagraph: false,
  quotable: true,
  ...rest,
});
const build = (...pieces: Piece[]) => buildUtterance({ number: 1, speaker: "Ana", quotable: true, pieces });

test("joins cues and gives each sentence its lines and time", () => {
  const utterance = build(
    piece("It begins here and", 3, { startMs: 1000 }),
    piece("ends there. Then more.", 7, { startMs: 5000 }),
  );
  assert.equal(utterance?.text, "It begins here and ends there. Then more.");
  assert.deepEqual(
    utterance?.sentences.map(({ text, firstLine, lastLine, startMs }) => [
      text,
      firstLine,
      lastLine,
      startMs,
    ]),
    [
      ["It begins here and ends there.", 3, 7, 1000],
      ["Then more.", 7, 7, 5000],
    ],
  );
});

test("paragraphs and breaks part what may be quoted together", () => {
  const utterance = build(
    piece("One. Two.", 1),
    piece("Three. Four is cut.", 3, { opensParagraph: true, breaks: [12] }),
  );
  assert.deepEqual(
    utterance?.sentences.map(({ paragraph, quotable }) => [paragraph, quotable]),
    [
      [1, true],
      [1, true],
      [2, true],
      [2, false],
    ],
  );
});

test("unintelligible and bracketed speech is not quotable", () => {
  const utterance = build(piece("We saw [unintelligible 00:04:54] there. We laughed.", 1));
  assert.deepEqual(
    utterance?.sentences.map(({ quotable }) => quotable),
    [false, true],
  );
});

test("nothing said is no utterance, and nobody's words are not quotable", () => {
  assert.equal(build(piece("...", 1)), null);
  assert.equal(
    buildUtterance({ number: 1, speaker: null, quotable: true, pieces: [piece("Words.", 1)] })?.quotable,
    false,
  );
});
