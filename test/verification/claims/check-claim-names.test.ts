import assert from "node:assert/strict";
import { test } from "node:test";
import { checkClaimNames } from "../../../src/verification/claims/check-claim-names.ts";
import { readTokens } from "../../../src/verification/claims/read-tokens.ts";
import { readClaim } from "../claim-evidence.ts";

const said = ["Mara: We moved from Postgres to the Kafka cluster of the open source foundation in Germany."];
const nths = (claim: string, around: readonly string[] = [], known = "") =>
  checkClaimNames(...readClaim(claim, said, around), readTokens(known)).map(({ nth }) => nth);

test("names of the passage, of its speakers, of what stands around and of the brief are no doubt", () => {
  assert.deepEqual(nths("So Mara moved from Postgres to Kafka, a German cluster of the OSF."), []);
  assert.deepEqual(nths("They moved to Redis."), [1]);
  assert.deepEqual(nths("They moved to Redis.", ["Tomas: Redis, you mean?"]), []);
  assert.deepEqual(nths("They moved to Redis.", [], "Why we use Redis"), []);
});

test("a name in another's place is one, even where both are said", () =>
  assert.deepEqual(
    nths("We moved from Postgres to the Redis cluster of the foundation.", ["Tomas: Redis?"]),
    [2],
  ));

test("a name in another spelling is not another's", () => {
  const doubts = (claim: string, line: string) => checkClaimNames(...readClaim(claim, [line]), []).length;
  assert.equal(
    doubts("They trade with the UK every year.", "Ana: We trade with the United Kingdom every year."),
    0,
  );
  assert.equal(doubts("They put old TVs into the room.", "Ana: We put old T V into the room."), 0);
  assert.equal(
    doubts("They trade with the UK every year.", "Ana: We trade with the United States every year."),
    1,
  );
});

test("days and months are no names", () => assert.deepEqual(nths("They moved in March on a Friday."), []));
