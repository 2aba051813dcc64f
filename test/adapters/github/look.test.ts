import assert from "node:assert/strict";
import { test } from "node:test";
import { schema as sdl } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { listDays, look } from "../../../src/adapters/github/look.ts";

const schema = buildSchema(sdl.idl, { assumeValidSDL: true });
const place = { owner: "acme", name: "notes" };

/** A client that answers once, and holds the document to GitHub's schema. */
function answer(data: object) {
  const sent: object[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    mutate: refuse,
    async query(_task, document, variables) {
      assert.deepEqual(validate(schema, parse(document)), []);
      sent.push(variables);
      return data;
    },
  };
  return { client, sent };
}

test("files at places and the settings are one valid request", async () => {
  const blob = { mode: 0o100644, type: "blob", oid: "1", object: { byteSize: 5, text: "words" } };
  const { client, sent } = answer({
    repository: {
      nameWithOwner: "acme/renamed",
      isPrivate: true,
      defaultBranchRef: { target: { settings: null } },
      place0: { oid: "c1", found: blob },
      place1: null,
    },
  });
  const places = [
    { ref: "v1", path: "a.md", depth: 0 },
    { ref: "gone", path: "calls", depth: 3 },
  ];
  const seen = await look(client, place, { settingsPath: "s.yml", places });
  assert.deepEqual([seen.fullName, seen.isPrivate, seen.settings.kind], ["acme/renamed", true, "missing"]);
  assert.deepEqual(
    seen.looked.map((one) => one && [one.commit, one.entry.kind]),
    [["c1", "file"], null],
  );
  assert.deepEqual(sent, [
    { ...place, settings: "s.yml", ref0: "v1", place0: "a.md", ref1: "gone", place1: "calls" },
  ]);
});

test("days come back in the order of the paths; what has none is null", async () => {
  const day0 = { nodes: [{ committedDate: "2026-03-23T10:00:00Z" }] };
  const { client, sent } = answer({ repository: { object: { day0, day1: { nodes: [] } } } });
  const paths = ["a.md", "b.md"];
  assert.deepEqual(await listDays(client, place, { commit: "c1", paths }), ["2026-03-23", null]);
  assert.deepEqual(sent, [{ ...place, commit: "c1", path0: "a.md", path1: "b.md" }]);
  const none = answer({ repository: { object: null } });
  assert.deepEqual(await listDays(none.client, place, { commit: "c1", paths }), [null, null]);
});
