import assert from "node:assert/strict";
import { test } from "node:test";
import type { Material } from "../../../src/adapters/extractive/choose-material.ts";
import { composeOpening } from "../../../src/adapters/extractive/compose-opening.ts";
import { wordsOf } from "../../../src/adapters/extractive/describe-place.ts";
import { briefOf } from "../../fixtures/sources.ts";
import { queues, requestOf, stretchesOf } from "./material.ts";

const { stretches } = stretchesOf(queues, new Map([["queue", 1]]));
const singles = stretches.filter(({ units, skip }) => units.length === 1 && skip === 0);
const [hook, angle, third] = singles;
assert.ok(hook && angle && third);
const material: Material = {
  kind: "material",
  hook,
  angle: [angle],
  stretches: [third],
  spare: [],
  attributionOf: () => null,
  onSubject: true,
};
const compose = (brief = briefOf("Queues"), changed: Partial<Material> = {}) =>
  composeOpening({
    request: { ...requestOf("Queues"), brief },
    material: { ...material, ...changed },
    nameSpeaker: (label) => label,
    shortName: (label) => label,
  });

test("the hook is the speaker's own sentence with a name", () => {
  assert.ok(compose().hook.startsWith(`“${wordsOf(hook)}”`));
  assert.match(compose().hook, /Lindqvist|Reyes/);
});

test("the post opens with the hook, then says who is heard", () => {
  const { blocks, hook: first, claims } = compose();
  assert.equal(blocks[0], first);
  assert.match(blocks[1] ?? "", /Mara Lindqvist.*Tomas Reyes|Tomas Reyes.*Mara Lindqvist/);
  assert.deepEqual(
    claims.map(({ text }) => text),
    [wordsOf(hook), wordsOf(angle)],
  );
});

test("the asker's own hook and angle stand in the pull request, not in the post", () => {
  const opening = compose(briefOf("Queues", { hook: "My hook", angle: "My angle." }));
  assert.equal(opening.hook, "My hook");
  assert.match(opening.angle, /^My angle\. /);
  assert.doesNotMatch(opening.blocks.join(" "), /My hook|My angle/);
});

test("says in the pull request, not in the post, that the sources hardly speak of the subject", () => {
  const { angle, blocks } = compose(briefOf("Bees"), { onSubject: false });
  assert.match(angle, /hardly speak of the subject/);
  assert.doesNotMatch(blocks.join(" "), /hardly/);
  assert.doesNotMatch(compose().angle, /hardly/);
});

test("the angle gives the words that the post turns on, with who said them", () => {
  assert.ok(compose().angle.includes(`“${wordsOf(angle)}”`));
  assert.match(compose(briefOf("Queues"), { angle: [] }).angle, /passages from/);
});
