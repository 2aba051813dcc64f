import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLabels } from "../../../src/sources/formats/choose-labels.ts";
import { parseTranscript } from "../../../src/sources/parse-transcript.ts";
import { sourceOf } from "../../fixtures/sources.ts";

/** The same talk as exporters write it: who, the second at which it begins, words. */
const talk = [
  ["Ana Ruiz", 5, "We moved the queue on a Sunday."],
  ["Ben Ito", 12, "And nobody noticed until Monday."],
  ["Ana Ruiz", 75, "That was the plan. It worked."],
] as const;
type Line = (typeof talk)[number];

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
const long = (seconds: number) => `00:0${clock(seconds)}`;
const teams = (seconds: number) =>
  seconds < 60 ? `${seconds} seconds` : `${Math.floor(seconds / 60)} minute ${seconds % 60} seconds`;
const write = (line: (turn: Line) => string, between = "\n\n") => talk.map(line).join(between);

const shapes: readonly [name: string, hasTimes: boolean, path: string, text: string][] = [
  [
    "Otter",
    true,
    "a.txt",
    `${write(([who, at, words]) => `${who}  ${clock(at)}  \n${words}`)}\n\nTranscribed by https://otter.ai\n`,
  ],
  [
    "Teams, name and time on a line",
    true,
    "a.txt",
    write(([who, at, words]) => `${who}   ${clock(at)}\n${words}`),
  ],
  ["Teams, as copied", true, "a.txt", write(([who, at, words]) => `${who}\n${teams(at)}\n${words}`, "\n")],
  [
    "Teams, as copied with both times",
    true,
    "a.txt",
    write(([who, at, words]) => `${who} ${teams(at)}${clock(at)}\n${words}`, "\n"),
  ],
  ["Zoom chat", true, "a.txt", write(([who, at, words]) => `${long(at)}\t From ${who} : ${words}`, "\n")],
  [
    "Zoom chat to everyone",
    true,
    "a.txt",
    write(([who, at, words]) => `${long(at)} From ${who} to Everyone:\n\t${words}`, "\n"),
  ],
  [
    "Zoom recording's chat",
    true,
    "a.txt",
    write(([who, at, words]) => `${long(at)}\t${who}:\t${words}`, "\n"),
  ],
  ["Fireflies", true, "a.txt", write(([who, at, words]) => `${who} - ${clock(at)}\n${words}`)],
  [
    "Plaud",
    true,
    "a.txt",
    `Summary\nThe queue moved.\n\nTranscript\n\n${write(([who, at, words]) => `${long(at)} ${who}\n${words}`)}`,
  ],
  [
    "Plaud in Markdown",
    true,
    "a.md",
    `## Summary\n\n- The queue moved.\n\n## Transcript\n\n${write(([who, at, words]) => `**${who}** ${long(at)}\n${words}`)}`,
  ],
  ["Rev", true, "a.txt", write(([who, at, words]) => `${who} (${long(at)}):\n${words}`)],
  ["Descript", true, "a.txt", write(([who, at, words]) => `[${long(at)}] ${who}: ${words}`)],
  ["time on its own line", true, "a.txt", write(([who, at, words]) => `${long(at)}\n${who}: ${words}`)],
  [
    "time, name and words on lines",
    true,
    "a.txt",
    write(([who, at, words]) => `${clock(at)}\n${who}\n${words}`),
  ],
  ["bold with time inside", true, "a.md", write(([who, at, words]) => `**[${clock(at)}] ${who}:** ${words}`)],
  [
    "bold with escaped time",
    true,
    "a.md",
    write(([who, at, words]) => `**${who}:** \\[${clock(at)}\\] ${words}`),
  ],
  ["bold, colon outside", false, "a.md", write(([who, , words]) => `**${who}**: ${words}`)],
  ["bold in a list", false, "a.md", write(([who, , words]) => `- **${who}:** ${words}`, "\n")],
  ["italic", false, "a.md", write(([who, , words]) => `*${who}:* ${words}`)],
  ["headings", false, "a.md", `# The queue\n\n${write(([who, , words]) => `### ${who}\n\n${words}`)}`],
  [
    "headings with time",
    true,
    "a.md",
    `# The queue\n\n${write(([who, at, words]) => `### ${who} (${clock(at)})\n\n${words}`)}`,
  ],
  ["plain", false, "a.txt", write(([who, , words]) => `${who}: ${words}`)],
  ["capitals", false, "a.txt", write(([who, , words]) => `${who.toUpperCase()}: ${words}`)],
  [
    "numbered speakers in brackets",
    false,
    "a.txt",
    write(([who, , words]) => `[Speaker ${who.length}] ${words}`),
  ],
  ["IRC", false, "a.txt", write(([who, , words]) => `<${who.split(" ")[0]}> ${words}`, "\n")],
];
for (const [name, hasTimes, path, text] of shapes)
  test(`reads speakers, words and times as in: ${name}`, () => {
    const { kind, utterances } = parseTranscript(sourceOf(text, path));
    const spoken = utterances.filter(({ speaker }) => speaker !== null);
    assert.equal(kind, "transcript");
    assert.deepEqual(
      spoken.map((utterance) => utterance.text),
      talk.map(([, , words]) => words),
    );
    assert.deepEqual(
      [spoken[0]?.speaker === spoken[2]?.speaker, new Set(spoken.map(({ speaker }) => speaker)).size],
      [true, 2],
    );
    assert.deepEqual(
      spoken.map(({ startMs }) => startMs),
      hasTimes ? talk.map(([, at]) => at * 1000) : [null, null, null],
    );
    const lines = text.split("\n");
    for (const { firstLine, text: words } of spoken)
      assert.ok(lines[firstLine - 1]?.includes(words), "the line is the file's own");
  });

test("a name alone on a line opens a turn where names come back", () => {
  const text = `${write(([who, , words]) => `${who}\n${words}`)}\n\nBen Ito\nGood.`;
  assert.deepEqual(
    parseTranscript(sourceOf(text, "a.txt")).utterances.map(({ speaker, text: words }) => [speaker, words]),
    [...talk.map(([who, , words]) => [who, words]), ["Ben Ito", "Good."]],
  );
});

const speakersOf = (text: string) => parseTranscript(sourceOf(text, "a.txt")).speakers;

test("who speaks once has words of their own", () => {
  const said = [
    "Ana: We moved\nit.",
    "Ben: And\nit held.",
    "Pat: It did\nnot.",
    "Ana: It\ndid.",
    "Ben: Well.",
  ];
  assert.deepEqual(speakersOf(said.join("\n\n")), ["Ana", "Ben", "Pat"]);
});

test("negative control: a word with a colon inside of what is said is nobody", () => {
  const said = ["Ana: We moved\nit.", "Ben: And so\nRemember: it held.", "Ana: It\ndid.", "Ben: Well."];
  assert.deepEqual(speakersOf(said.join("\n\n")), ["Ana", "Ben"]);
});

test("what a program writes below the talk is nobody's words", () => {
  const said = "Ana Ruiz: We moved.\nBen: And so.\nAna Ruiz: It held.\n";
  for (const line of [
    "Meeting ended after 00:10:12",
    "Ana Ruiz stopped transcription",
    "Transcribed by https://otter.ai",
  ]) {
    const last = parseTranscript(sourceOf(`${said}${line}\n`, "a.txt")).utterances.at(-1);
    assert.deepEqual([last?.speaker, last?.text], [null, line]);
  }
});

test("code has no speakers; a transcript that stands in a fence has", () => {
  const lines = "Web: a\nDb: b\nWeb: c\nDb: d";
  const fenced = (language: string) =>
    parseTranscript(sourceOf(`\`\`\`${language}\n${lines}\n\`\`\`\n`, "a.md")).speakers;
  assert.deepEqual(fenced("yaml"), []);
  assert.deepEqual(fenced(""), ["Web", "Db"]);
  assert.deepEqual(fenced("text"), ["Web", "Db"]);
});

for (const [what, text] of [
  ["an agenda", "Welcome 9:00\nKeynote 9:30\nLunch 12:30\n"],
  ["chapters", "# One\n\nText here.\n\n## Two\n\nMore text.\n\n## Three\n\nEnd.\n"],
  [
    "a list of tasks",
    "# Call\n\n## Action items\n\n- **Ana:** send mail\n- **Ben:** call\n- **Ana:** book\n",
  ],
  ["marked remarks", "**Important:** call.\n\nText.\n\n**Important:** write.\n\n**Deadline:** May.\n"],
  ["a week", "Monday: soup.\nTuesday: rice.\nMonday: soup.\nTuesday: rice.\n"],
  ["a letter", "Dear Kim\nthank you for coming.\n\nBest Wishes\nAnd see you soon.\n"],
  ["values", "Date: 4 March\nRoom: Blue\n\nWe write short.\n\nMore text.\n\nEven more."],
] as const)
  test(`negative control: ${what} has no speakers`, () => {
    const lines = text.split("\n").map((line, index) => ({ text: line, line: index + 1 }));
    assert.equal(chooseLabels(lines).size, 0);
  });
