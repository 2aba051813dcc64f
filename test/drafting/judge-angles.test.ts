import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeAngles } from "../../src/drafting/judge-angles.ts";
import { everything } from "./scripts.ts";

const angle = (rest: object = {}) => ({
  title: "What a queue promises",
  angle: "A queue earns trust on its worst night.",
  passages: ["S1:u4.1"],
  ...rest,
});
const judge = (...angles: ReturnType<typeof angle>[]) => judgeAngles({ angles }, everything);

test("three that stand are taken, in their order", () => {
  const { angles, complaints } = judge(
    angle(),
    angle({ title: "Retries" }),
    angle({ title: "Owners" }),
    angle(),
  );
  assert.deepEqual(complaints, []);
  assert.deepEqual(
    angles.map(({ title }) => title),
    ["What a queue promises", "Retries", "Owners"],
  );
  assert.equal(angles[0]?.passages[0]?.firstUtterance, 4);
});

const wrong: [string, object, RegExp][] = [
  ["passages that do not exist", { passages: ["S9:u1.1"] }, /angles\[0\]: "S9:u1.1" is not among/],
  ["no passage", { passages: [] }, /angles\[0\] rests on no passage/],
  [
    "a quotation",
    { angle: "He says “we lied to all of them”." },
    /angles\[0\].angle puts words in quotation/,
  ],
  ["an address", { angle: "Read https://evil.example now." }, /web address/],
  ["no title", { title: "…" }, /angles\[0\].title holds no words/],
];
for (const [name, rest, complaint] of wrong)
  test(`an angle is complained of, and left out: ${name}`, () => {
    const { angles, complaints } = judge(angle(rest));
    assert.deepEqual(angles, []);
    assert.match(complaints.join("\n"), complaint);
    assert.match(complaints.join("\n"), /There are to be 3 angles that stand/);
  });

test("in another language none stands", () => {
  const german = "Eine Schlange ist ein Versprechen, und das hält nicht, was man von ihr in der Nacht will.";
  const { angles, complaints } = judge(angle({ angle: german }), angle({ angle: german }));
  assert.deepEqual(angles, []);
  assert.match(complaints.join(), /written in German/);
});
