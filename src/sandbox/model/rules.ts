import { z } from "zod";
import type { ModelRequest } from "./read-request.ts";

/** What a request must be for a rule to answer it; everything that is given must hold. */
const When = z.strictObject({
  /** These words, all of them, stand in the messages. */
  contains: z.union([z.string(), z.array(z.string())]).optional(),
  /** None of these words stands in the messages. */
  lacks: z.union([z.string(), z.array(z.string())]).optional(),
  /** The system message has the line `Step: …` with this name; it may be given with or without that word. */
  step: z.string().optional(),
  responseFormat: z.enum(["json_schema", "json_object", "text"]).optional(),
});

const Tokens = z.strictObject({ prompt: z.number().int(), completion: z.number().int() });

/** What the model says. An object is sent as JSON. */
const Content = z.strictObject({
  content: z.union([z.string(), z.record(z.string(), z.unknown())]),
  /** Wraps the content in a Markdown fence, as many models do. */
  fences: z.boolean().optional(),
  /** Stops after so many characters, with the `finish_reason` `length`. */
  truncateAfter: z.number().int().nonnegative().optional(),
  delayMs: z.number().int().nonnegative().optional(),
  /** What is reported as used; counted when absent, `null`: nothing is reported, as by some local servers. */
  tokens: Tokens.nullish(),
});

/** What goes wrong instead of an answer. */
const Fault = z.discriminatedUnion("fault", [
  z.strictObject({ fault: z.literal("rate-limited"), retryAfterSeconds: z.number().default(1) }),
  z.strictObject({ fault: z.literal("error"), status: z.number().int().min(500).max(599).default(500) }),
  /** LM Studio's 400 for a `response_format` that it does not take. */
  z.strictObject({
    fault: z.literal("response-format-refused"),
    allowed: z.array(z.enum(["json_schema", "json_object", "text"])).default(["text"]),
  }),
  /** The model declines: no content, a `refusal`. */
  z.strictObject({ fault: z.literal("refusal"), refusal: z.string().default("I can't help with that.") }),
  z.strictObject({ fault: z.literal("reset") }),
]);

export const ModelAnswer = z.union([Content, Fault]);

/** One rule as data, so that it can be set from another process too. */
export const ModelRule = z.strictObject({
  when: When.default({}),
  answer: ModelAnswer,
  /** How often it answers before the rules after it have their turn; always, when absent. */
  times: z.number().int().positive().optional(),
});

type ModelAnswerInput = z.input<typeof ModelAnswer>;

/** A rule; in the same process it may also be made of functions. */
export type ModelRuleInput = Omit<z.input<typeof ModelRule>, "when" | "answer"> & {
  when?: z.input<typeof When> | ((request: ModelRequest) => boolean);
  answer: ModelAnswerInput | ((request: ModelRequest) => ModelAnswerInput);
};

export type Script = {
  /** The first rule that holds answers; undefined when there is none. */
  next(request: ModelRequest): z.infer<typeof ModelAnswer> | undefined;
};

/** A script of rules, in the order in which they are tried; throws at once when one is malformed. */
export function createScript(inputs: readonly ModelRuleInput[]): Script {
  const rules = inputs.map(({ when = {}, answer, times }) => {
    const checked = typeof when === "function" ? when : matcher(When.parse(when));
    const fixed = typeof answer === "function" ? answer : constant(ModelAnswer.parse(answer));
    return { when: checked, answer: fixed, left: times ?? Number.POSITIVE_INFINITY };
  });
  return {
    next(request) {
      const rule = rules.find((one) => one.left > 0 && one.when(request));
      if (!rule) return undefined;
      rule.left -= 1;
      return ModelAnswer.parse(rule.answer(request));
    },
  };
}

function constant(answer: ModelAnswerInput): () => ModelAnswerInput {
  return () => answer;
}

function matcher(when: z.infer<typeof When>): (request: ModelRequest) => boolean {
  return ({ text, systemText, responseFormat }) => {
    const step = when.step?.replace(/^Step:\s*/, "");
    if (step !== undefined && !systemText.split(/\r?\n/).some((line) => line.trim() === `Step: ${step}`))
      return false;
    if (when.responseFormat !== undefined && when.responseFormat !== responseFormat) return false;
    return (
      [when.contains ?? []].flat().every((words) => text.includes(words)) &&
      ![when.lacks ?? []].flat().some((words) => text.includes(words))
    );
  };
}
