import assert from "node:assert/strict";
import { test } from "node:test";
import { readPseudonyms } from "../../../../src/jobs/tasks/reading/read-pseudonyms.ts";
import type { Repository } from "../../../../src/ports/repository.ts";

const view = { commit: "c0ffee", isPrivate: true };
const read = (text: string | null, path: string | null = "names.yml", isPrivate = true) => {
  const asked: unknown[] = [];
  const repository: Pick<Repository, "readTexts"> = {
    readTexts: async (places) => {
      asked.push(places);
      return [text];
    },
  };
  return { asked, result: readPseudonyms({ repository }, { ...view, isPrivate }, path) };
};

test("the file that the settings name is read at the commit", async () => {
  const { asked, result } = read("Vantaro: a carrier\n");
  assert.deepEqual(await result, { Vantaro: "a carrier" });
  assert.deepEqual(asked, [[{ revision: "c0ffee", path: "names.yml" }]]);
});

test("no file is asked for where none is named", async () => {
  const { asked, result } = read(null, null);
  assert.deepEqual([await result, asked], [{}, []]);
});

test("a file that is public, absent or wrong stops the draft, and no name is told", async () => {
  await assert.rejects(read("Vantaro: a", "names.yml", false).result, /everybody can read this repository/);
  await assert.rejects(read(null).result, /is not a text file of the default branch/);
  const wrong = await read("Vantaro: [a]\n").result.catch(String);
  assert.match(String(wrong), /has mistakes, so nothing was drafted/);
  assert.match(String(wrong), /- line 1: expected what stands in its place/);
  assert.doesNotMatch(String(wrong), /Vantaro/);
});
