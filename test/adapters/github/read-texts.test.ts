import assert from "node:assert/strict";
import { test } from "node:test";
import { buildSchema, parse, validate } from "graphql";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { readTexts } from "../../../src/adapters/github/read-texts.ts";

const schema = buildSchema(`
  type Blob { text: String }
  type Tree { id: ID }
  union GitObject = Blob | Tree
  type Repository { object(expression: String): GitObject }
  type Query { repository(owner: String!, name: String!): Repository }`);

test("files at revisions are one valid request, and come back in their order", async () => {
  const sent: { document: string; variables: object }[] = [];
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    rest: refuse,
    mutate: refuse,
    async query(_task, document, variables) {
      sent.push({ document, variables });
      return { repository: { file0: { text: "one" }, file1: null, file2: { text: null }, file3: {} } };
    },
  };
  const places = ["a.md", "gone.md", "picture.png", "folder"].map((path) => ({ revision: "c0ffee", path }));
  assert.deepEqual(await readTexts(client, { owner: "acme", name: "notes" }, places), [
    "one",
    null,
    null,
    null,
  ]);
  assert.equal(sent.length, 1);
  assert.deepEqual(validate(schema, parse(sent[0]?.document ?? "")), []);
  assert.deepEqual(sent[0]?.variables, {
    owner: "acme",
    name: "notes",
    expression0: "c0ffee:a.md",
    expression1: "c0ffee:gone.md",
    expression2: "c0ffee:picture.png",
    expression3: "c0ffee:folder",
  });
});
