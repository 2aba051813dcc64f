import assert from "node:assert/strict";
import { test } from "node:test";
import { type Connection, createConnector } from "../../../src/adapters/extractive/connect-quotations.ts";

const connection: Connection = {
  name: "Ito",
  asker: null,
  asked: null,
  topic: "queues",
  place: "opens-section",
  form: "block",
};

test("says who speaks and about what, and varies", () => {
  const connect = createConnector();
  const sentences = [connect(connection), connect(connection), connect(connection)];
  assert.equal(new Set(sentences).size, 3);
  for (const sentence of sentences) assert.match(sentence, /Ito.*:$/);
});

test("names who asked and about what", () => {
  assert.match(createConnector()({ ...connection, asker: "Ruiz", asked: "owners" }), /Ruiz.*owners.*Ito/);
});

test("nothing that it writes holds a quotation mark or an empty place", () => {
  for (const form of ["block", "inline"] as const)
    for (const place of ["opens-section", "same-turn", "same-speaker", "other-speaker"] as const)
      for (const asker of [null, "Ruiz"])
        for (const topic of [null, "queues"]) {
          const connect = createConnector();
          for (let time = 0; time < 6; time++)
            assert.doesNotMatch(
              connect({ ...connection, form, place, asker, topic, asked: null }),
              /["“”]|\s\s|\s[,:]/,
            );
        }
});

test("a speaker without a name begins a sentence with a capital", () => {
  assert.match(
    createConnector()({ ...connection, name: "a speaker", place: "same-turn" }),
    /^A speaker|^[A-Z]/,
  );
});

test("no two neighbours begin alike while there is a choice", () => {
  const connect = createConnector();
  const leads = (
    ["opens-section", "other-speaker", "same-speaker", "opens-section", "other-speaker"] as const
  ).map((place) => connect({ ...connection, topic: null, place }));
  const beginnings = leads.map((lead) => lead.slice(0, 4));
  for (const [at, beginning] of beginnings.entries())
    assert.notEqual(beginning, beginnings[at - 1], leads.join(" "));
});
