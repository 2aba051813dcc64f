import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { toStrictSchema } from "../../../src/adapters/openai/strict-schema.ts";
import { PlanAnswer } from "../../../src/drafting/judge-plan.ts";
import { SectionAnswer } from "../../../src/drafting/judge-section.ts";

type Node = Readonly<Record<string, unknown>>;

/** What strict output asks for, read from its documentation and not from our code. */
function findLoose(node: unknown, place = "$"): string[] {
  if (Array.isArray(node)) return node.flatMap((one, at) => findLoose(one, `${place}[${at}]`));
  if (typeof node !== "object" || node === null) return [];
  const { properties, required, additionalProperties, ...rest } = node as Node;
  const limits = Object.keys(rest).filter((key) => /^(?:min|max|pattern|format|default|\$)/.test(key));
  const inner = Object.entries(rest).flatMap(([key, value]) => findLoose(value, `${place}.${key}`));
  if (properties === undefined) return [...limits.map((key) => `${place}.${key}`), ...inner];
  const names = Object.keys(properties as Node).sort();
  const isStrict =
    additionalProperties === false &&
    JSON.stringify((required as string[]).toSorted()) === JSON.stringify(names);
  const own = Object.entries(properties as Node).flatMap(([name, value]) =>
    findLoose(value, `${place}.${name}`),
  );
  return [...(isStrict ? [] : [place]), ...limits, ...inner, ...own];
}

for (const [name, schema] of Object.entries({ PlanAnswer, SectionAnswer }))
  test(`what is sent for ${name} is strict`, () => assert.deepEqual(findLoose(toStrictSchema(schema)), []));

test("negative control: a loose schema is found", () => {
  const loose = z.toJSONSchema(z.object({ a: z.string().min(1), b: z.string().optional() }));
  assert.deepEqual(findLoose(loose), ["$", "$schema", "$.a.minLength"]);
});

test("optional properties are a mistake of ours, in nullable objects too", () => {
  const inner = z.object({ a: z.string().optional() });
  assert.throws(() => toStrictSchema(inner), TypeError);
  assert.throws(() => toStrictSchema(z.object({ b: inner.nullable() })), TypeError);
  assert.throws(() => toStrictSchema(z.object({ b: z.array(inner) })), TypeError);
});
