import assert from "node:assert/strict";
import { test } from "node:test";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";
import {
  findAddressees,
  isPerson,
  resolveClaim,
  resolveLine,
} from "../../../src/verification/claims/resolve-people.ts";
import { lineOf } from "../claim-evidence.ts";

const speakers = ["Mara", "Tomas"];
const said = (written: string) =>
  resolveLine(lineOf(written), "Tomas", speakers)
    .map(({ key, subject }) => (isPerson(key) ? key : `${key}=${subject}`))
    .join(" ");

for (const [written, roles] of [
  ["Mara: I will call you.", "@0 will=@0 call=@0 @1"],
  ["Mara: We pay half.", "@* pai=@* half=@*"],
  ["Mara: Buy me bread.", "@1 bui=@1 @0 bread=@1"],
  ["Mara: Am at home.", "@0 be=@0 at=@0 home=@0"],
  ["Mara: Staying in?", "@1 stai=@1 in=@1"],
] as const)
  test(`who does what: ${written}`, () => assert.equal(said(written), roles));

test("in a claim the speakers are persons by their names, and others are somebody", () =>
  assert.deepEqual(
    resolveClaim(readTokens("Tomas will call her."), speakers).map(({ key, subject }) => [key, subject]),
    [
      ["@1", "@1"],
      ["will", "@1"],
      ["call", "@1"],
      ["@?", "@1"],
    ],
  ));

test("a line is spoken to the one before, the first to the one who answers", () => {
  const lines = ["Mara: Hi.", "Mara: You there?", "Tomas: Yes.", "Mara: Good."].map(lineOf);
  assert.deepEqual(findAddressees(lines), ["Tomas", "Tomas", "Mara", "Tomas"]);
});
