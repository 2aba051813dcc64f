import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModelConfig } from "../src/config.ts";

test("nothing set: no language model", () => assert.equal(loadModelConfig({ OPENAI_API_KEY: "" }), null));

test("a key and a model are enough, and so are an address and a model", () => {
  assert.deepEqual(loadModelConfig({ OPENAI_API_KEY: "k", OPENAI_MODEL: "m" }), {
    apiKey: "k",
    baseUrl: null,
    model: "m",
  });
  const local = { OPENAI_BASE_URL: "http://localhost:11434/v1", OPENAI_MODEL: "m" };
  assert.deepEqual(loadModelConfig(local), { apiKey: null, baseUrl: local.OPENAI_BASE_URL, model: "m" });
});

const wrong: [Record<string, string>, string][] = [
  [
    { OPENAI_API_KEY: "key-value" },
    "OPENAI_MODEL must name the language model when OPENAI_API_KEY or OPENAI_BASE_URL is set.",
  ],
  [
    { OPENAI_MODEL: "m" },
    "OPENAI_MODEL needs OPENAI_API_KEY, or the OPENAI_BASE_URL of a server that asks for no key.",
  ],
  [
    { OPENAI_BASE_URL: "ftp://key-value", OPENAI_MODEL: "m" },
    "OPENAI_BASE_URL must be an address that begins with https:// or http://.",
  ],
];
for (const [env, message] of wrong)
  test(`refused: ${Object.keys(env).join(" and ")} alone or wrong`, () =>
    assert.throws(() => loadModelConfig(env), { name: "UserError", message }));
