import assert from "node:assert/strict";
import { test } from "node:test";
import { isServed } from "../../src/jobs/is-served.ts";

test("an owner who is listed is served, in any case, and nobody else is", () => {
  assert.equal(isServed(["acme", "globex"], "ACME"), true);
  assert.equal(isServed(["acme", "globex"], "initech"), false);
  assert.equal(isServed(["acme"], "acme-2"), false);
});

test("no list serves everybody", () => assert.equal(isServed([], "initech"), true));
