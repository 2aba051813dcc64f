import assert from "node:assert/strict";
import { test } from "node:test";
import { cleanInline } from "../../src/pull-request/clean-for-github.ts";
import { parseMarker, renderCommentMarker, renderMarker } from "../../src/pull-request/marker.ts";

const marker = {
  job: "0b6c1f6e-6b5f-4f0e-9f43-7f3c2a9d1e55",
  briefHash: "a".repeat(32),
  draftHash: "b".repeat(32),
};

test("a marker is one hidden line, and is read back from the body around it", () => {
  const line = renderMarker(marker);
  assert.match(line, /^<!-- galley:v1 [\w-]+ -->$/);
  assert.deepEqual(parseMarker(`Hello\r\n\r\n${line}\r\n\nand more`), marker);
});

test("the longest marker stays under 300 characters and is read back", () => {
  const longest = { job: "j".repeat(40), briefHash: "b".repeat(64), draftHash: "d".repeat(64) };
  assert.ok(renderMarker(longest).length < 300);
  assert.deepEqual(parseMarker(renderMarker(longest)), longest);
});

test("what is no marker is none", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const bodies = [
    "",
    "<!-- galley:v1  -->",
    "<!-- galley:v2 abc -->",
    "<!-- galley:v1 %%% -->",
    "<!-- galley:v1 abc -->",
    `<!-- galley:v1 ${encode(null)} -->`,
    `<!-- galley:v1 ${encode({ ...marker, job: "j".repeat(41) })} -->`,
    `<!-- galley:v1 ${encode({ job: "x" })} -->`,
    renderCommentMarker(marker.job),
    cleanInline(renderMarker(marker)),
  ];
  for (const body of bodies) assert.equal(parseMarker(body), null, body);
});

test("a comment's marker holds only the id of its work", () => {
  assert.equal(renderCommentMarker("0b6c"), "<!-- galley:v1 work 0b6c -->");
});
