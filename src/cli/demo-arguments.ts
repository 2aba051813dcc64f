import { parseArgs } from "node:util";
import { UserError } from "../errors.ts";
import { misbehaviours } from "./misbehaviour/misbehaviours.ts";

const models: readonly string[] = ["extractive", "scripted", ...Object.keys(misbehaviours)];

export const demoUsage = `npm run demo [-- --json] [-- --model scripted] [-- --repository DIR --issue FILE.md] [-- --serve] [-- --fault …]

Starts a GitHub and a LinkedIn of our own and Galley beside them, comments /draft on an issue, shows the pull
request, merges it and shows what LinkedIn's readers see.
--model       extractive: no language model; scripted: one of our own that says what we wrote for the demo's issue;
              or one that does wrong on purpose, to see what stops it:
              ${Object.keys(misbehaviours).join(", ")}
--repository  a folder of yours instead of the demo's; what git tracks in it
--issue       the issue's text: the first line is its title, the rest names the sources
--json        one JSON object on standard output; the story goes to standard error
--serve       opens the issue and stops there: you play the rest in your browser, until Ctrl-C
--fault       SERVICE:OPERATION:KIND[:n], as often as you like: the nth call (1) of Galley's goes wrong, once;
              for instance github:createPullRequest:lost-answer; a name that does not exist shows those that do
--seed        a number; chooses what a fault leaves open, such as how late a late answer is (1)`;

/** What the demo was asked for. */
export type DemoArguments = {
  readonly help: boolean;
  readonly json: boolean;
  readonly serve: boolean;
  /** `extractive`, `scripted`, or the name of a misbehaviour. */
  readonly model: string;
  readonly faults: readonly string[];
  readonly seed: number;
  /** Both or neither; paths as they were given. */
  readonly own: { readonly repository: string; readonly issue: string } | null;
};

/** Reads the command line; throws a `UserError` with the usage for one that cannot be meant. */
export function parseDemoArguments(args: readonly string[]): DemoArguments {
  try {
    return read(args);
  } catch (thrown) {
    const [sentence = ""] = thrown instanceof Error ? thrown.message.split(". ") : [];
    throw new UserError(`${sentence || "The arguments are wrong"}.\n\n${demoUsage}`);
  }
}

function read(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false },
      serve: { type: "boolean", default: false },
      repository: { type: "string" },
      issue: { type: "string" },
      model: { type: "string" },
      fault: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  const { repository, issue, fault: faults, seed, help, json, serve } = values;
  if ((repository === undefined) !== (issue === undefined))
    throw new Error("--repository and --issue go together");
  if (!/^\d{1,9}$/.test(seed)) throw new Error("--seed is a whole number of at most nine digits");
  if (serve && json) throw new Error("--serve has no end that --json could print: leave out one of them");
  // A fault of the model needs a model that it can happen to.
  const needsModel = faults.some((one) => one.startsWith("model:"));
  const wanted = values.model ?? (needsModel ? "scripted" : "extractive");
  const model = models.find((name) => name === wanted);
  if (model === undefined) throw new Error(`--model is one of ${models.join(", ")}`);
  if (needsModel && (model === "extractive" || repository !== undefined))
    throw new Error(
      "A fault of the model happens to --model scripted, over the demo's own repository, alone",
    );
  if (model !== "extractive" && repository !== undefined)
    throw new Error(`--model ${model} knows only the demo's own repository: leave out --repository`);
  if (Object.hasOwn(misbehaviours, model) && serve)
    throw new Error(`--model ${model} is judged at its end: leave out --serve`);
  const own = repository !== undefined && issue !== undefined ? { repository, issue } : null;
  return { help, json, serve, model, faults, seed: Number(seed), own };
}
