import assert from "node:assert/strict";
import { test } from "node:test";
import type { GithubClient } from "../../../src/adapters/github/client.ts";
import { createRepository } from "../../../src/adapters/github/repository.ts";
import { PermanentError, RetryableError, UserError } from "../../../src/errors.ts";

/** Whether somebody may read, when the host gives this answer. */
function mayRead(answer: Error | string): Promise<boolean> {
  const refuse = () => Promise.reject(new Error("not scripted"));
  const client: GithubClient = {
    query: refuse,
    mutate: refuse,
    rest: async () => {
      if (typeof answer !== "string") throw answer;
      return { permission: answer };
    },
  };
  return createRepository(client, { owner: "acme", name: "notes" }).mayRead("editor");
}

test("who has any permission may read; every refusal is a no", async () => {
  for (const permission of ["admin", "write", "read"])
    assert.equal(await mayRead(permission), true, permission);
  for (const answer of ["none", "a word of tomorrow", new PermanentError("404"), new UserError("403")])
    assert.equal(await mayRead(answer), false, String(answer));
});

test("a failure that passes is no refusal", async () => {
  await assert.rejects(mayRead(new RetryableError("502")), { name: "RetryableError" });
});
