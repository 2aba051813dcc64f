import assert from "node:assert/strict";
import { test } from "node:test";
import type { Draft } from "../../src/drafting/draft.ts";
import { leaveOutErrors } from "../../src/verification/leave-out-errors.ts";
import { resolve } from "../drafting/scripts.ts";
import { briefOf, readFixture } from "../fixtures/sources.ts";

const transcripts = [readFixture("two-engineers-on-queues.md")];
const brief = briefOf("What queues promise");
const claims = ["One promise comes first.", "Retries hurt.", "An owner reads.", "A table is enough."];
const [first = "", second = "", third = "", fourth = ""] = claims;
const quotation =
  "> The dead letter queue needs an owner with a name, otherwise it only grows.  \n> — Mara Lindqvist, 00:05:40";
const sound: Draft = {
  title: "A queue",
  slug: "a-queue",
  hook: "A queue is a promise.",
  angle: "Owners matter.",
  markdown: `A queue is a promise.\n\n## Promises\n\n${first} ${second}\n\n## Owners\n\n${third}\n\n${quotation}\n\n## Tables\n\n${fourth}\n`,
  announcement: ["Nothing is lost."],
  claims: claims.map((text) => ({ text, passages: [resolve("S1:u4.2")] })),
  usedFor: {},
  leftOut: {},
  model: "scripted",
  usage: { promptTokens: 0, completionTokens: 0 },
};
const leave = (change: Partial<Draft>) => leaveOutErrors({ ...sound, ...change }, brief, transcripts);
const invented = "Mara said “we lied to every single customer”.";

test("a sound draft is left as it is", () => assert.equal(leaveOutErrors(sound, brief, transcripts), sound));

test("a sentence of a paragraph goes, and the rest of it stays", () => {
  const markdown = sound.markdown.replace(second, `${invented} ${second}`);
  assert.equal(leave({ markdown })?.markdown, sound.markdown);
});

test("a paragraph goes whole when its quotation runs over its sentences", () => {
  const markdown = sound.markdown.replace(third, "Mara said “we lied. To every single customer”.");
  const left = leave({ markdown });
  assert.equal(left?.markdown, sound.markdown.replace(`${third}\n\n`, ""));
});

test("an invented block of a quotation goes, and with it a heading that nothing stands under", () => {
  const wrong = "> We lied to every single customer that night.  \n> — Mara Lindqvist";
  const left = leave({ markdown: sound.markdown.replace(fourth, wrong) });
  assert.equal(left?.markdown, sound.markdown.replace(`\n## Tables\n\n${fourth}\n`, ""));
});

test("title, hook, angle and announcement get what may stand in their place", () => {
  const titled = leave({ title: invented });
  assert.deepEqual([titled?.title, titled?.slug], ["What queues promise", "what-queues-promise"]);
  assert.equal(leave({ hook: invented })?.hook, sound.angle);
  assert.equal(leave({ angle: invented })?.angle, sound.hook);
  const both = leave({ hook: invented, angle: invented });
  assert.deepEqual([both?.hook, both?.angle], [sound.title, sound.title]);
  assert.deepEqual(leave({ announcement: [invented] })?.announcement, []);
});

test("the claims of what was left out are left out too, and no others", () => {
  const claim = { text: invented, passages: [resolve("S1:u4.2")] };
  const elsewhere = { text: "It stands nowhere.", passages: [resolve("S1:u4.2")] };
  const markdown = sound.markdown.replace(second, `${second} ${invented}`);
  const left = leave({ markdown, claims: [...sound.claims, claim, elsewhere] });
  assert.deepEqual(left?.claims, [...sound.claims, elsewhere]);
});

test("where that leaves no whole post, there is none", () => {
  assert.equal(leave({ markdown: `${invented}\n` }), null);
  const long = `${invented} ${invented} ${invented} ${invented} ${invented} ${invented}`;
  assert.equal(leave({ markdown: sound.markdown.replace(second, `${second} ${long}`) }), null);
  const markdown = sound.markdown.replace(second, `${second} ${invented}`);
  assert.equal(leave({ markdown, claims: sound.claims.slice(0, 2) }), null);
  assert.notEqual(leave({ markdown }), null);
});

test("title, hook and angle at once fall back to the asker's title", () => {
  const wrong = "“We lied to every single customer”";
  const left = leave({ hook: wrong, angle: wrong, title: wrong });
  assert.deepEqual([left?.title, left?.hook, left?.angle], [brief.title, brief.title, brief.title]);
});

test("what leads up to a quotation goes with it", () => {
  const long = sound.markdown.replace(fourth, Array(8).fill(fourth).join(" "));
  const made = quotation.replace("needs an owner", "wants an owner");
  const markdown = long.replace(third, `${third} Mara put it this way:`).replace(quotation, made);
  assert.equal(leave({ markdown })?.markdown, long.replace(`\n\n${quotation}`, ""));
});

test("negative control: what leads up to something that stays, stays", () => {
  const markdown = sound.markdown.replace(third, `${third} Mara put it this way:`);
  const hook = invented;
  assert.match(leave({ markdown, hook })?.markdown ?? "", /Mara put it this way:\n\n> The dead letter/);
});

test("no source is said to be used for a section that is gone", () => {
  const markdown = sound.markdown.replace("## Tables", `## Lies, all\n\n${invented}\n\n## Tables`);
  const usedFor = { S1: "Promises; Lies, all; Tables", S2: "Lies, all" };
  assert.deepEqual(leave({ markdown, usedFor })?.usedFor, { S1: "Promises; Tables" });
});

test("what comes to begin a paragraph is words, and no list", () => {
  for (const [start, escaped] of [
    ["2026. It was so.", "2026\\. It was so."],
    ["3) It was so.", "3\\) It was so."],
  ] as const) {
    const markdown = sound.markdown.replace(second, `${second}\n\n${invented} ${start}`);
    assert.equal(leave({ markdown })?.markdown, sound.markdown.replace(second, `${second}\n\n${escaped}`));
  }
});
