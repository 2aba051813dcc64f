import assert from "node:assert/strict";
import { test } from "node:test";
import { isTopLevelDomain } from "../../src/drafting/top-level-domains.ts";

test("knows the ends of names that are addresses, and what is none", () => {
  for (const label of ["com", "LY", "рф", "xn--p1ai", "dev"]) assert.ok(isTopLevelDomain(label), label);
  for (const label of ["js", "ts", "json", "g", "louis", ""]) assert.ok(!isTopLevelDomain(label), label);
});
