import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDemoArguments } from "../../src/cli/demo-arguments.ts";
import { UserError } from "../../src/errors.ts";

test("nothing is asked for by default", () => {
  assert.deepEqual(parseDemoArguments([]), {
    help: false,
    json: false,
    serve: false,
    model: "extractive",
    faults: [],
    seed: 1,
    own: null,
  });
});

test("faults may be as many as one likes, and one of the model's brings the model along", () => {
  const wanted = parseDemoArguments([
    "--fault",
    "github:a:delay",
    "--fault",
    "model:chat:delay",
    "--seed",
    "7",
  ]);
  assert.deepEqual(wanted.faults, ["github:a:delay", "model:chat:delay"]);
  assert.deepEqual([wanted.model, wanted.seed], ["scripted", 7]);
});

test("what cannot be meant is one sentence and the usage", () => {
  const wrong: [string[], RegExp][] = [
    [["--repository", "x"], /^--repository and --issue go together\.\n\nnpm run demo/],
    [["--model", "gpt"], /^--model is one of extractive, scripted, invents-quotes, leaks-name, .+\.\n/],
    [["--model", "loops", "--serve"], /^--model loops is judged at its end: leave out --serve\.\n/],
    [["--seed", "x"], /^--seed is a whole number of at most nine digits\.\n/],
    [["--serve", "--json"], /^--serve has no end that --json could print: leave out one of them\.\n/],
    [["--nope"], /^Unknown option '--nope'\.\n/],
    [["--model", "extractive", "--fault", "model:chat:delay"], /^A fault of the model happens to/],
    [
      ["--repository", "x", "--issue", "y", "--fault", "model:chat:delay"],
      /^A fault of the model happens to/,
    ],
    [["--model", "scripted", "--repository", "x", "--issue", "y"], /^--model scripted knows only/],
  ];
  for (const [args, sentence] of wrong)
    assert.throws(
      () => parseDemoArguments(args),
      (thrown) => thrown instanceof UserError && sentence.test(thrown.message),
      args.join(" "),
    );
});
