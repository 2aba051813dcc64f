import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { z } from "zod";
import { demoScript } from "../../src/cli/demo-script.ts";
import { scriptModel, scriptRepairs } from "../../src/cli/script-model.ts";
import type { ModelRuleInput } from "../../src/sandbox/model/rules.ts";
import type { ServedRequest } from "../../src/sandbox/service.ts";
import { demoFiles, demoIssue } from "./fixtures.ts";
import { type Flow, startFlow } from "./flow.ts";
import { findPostPath, listAnswers, listPullRequests, type SeenPullRequest } from "./look.ts";

/** A request to the model, as a test looks at it. */
export type Asked = {
  readonly step: string;
  readonly format: string;
  readonly status: number | undefined;
  /** What was said last: the checker's words in a repair turn. */
  readonly said: string;
  readonly at: number;
};

/** What became of one `/draft`. */
export type Drafted = {
  readonly number: number;
  readonly answers: readonly string[];
  readonly pullRequest: SeenPullRequest | undefined;
  /** The post's file; empty when there is none. */
  readonly post: string;
  readonly asked: readonly Asked[];
  /** `plan` or `section 2`, one for each request. */
  readonly steps: readonly string[];
};

type Rules = readonly ModelRuleInput[];

/** The script of a model that does everything right: the demo's. */
export const goodRules = scriptModel(
  demoScript,
  demoIssue.body,
  Object.entries(demoFiles).map(([path, text]) => ({ path, text })),
);
/** Its steps in their order; it is never told of a mistake. */
export const goodSteps = goodRules.map(({ when }) => when.step);

/** What the good model says at a step. */
export function goodAnswer(step: string): Record<string, unknown> {
  const rule = goodRules.find(({ when }) => when.step === step);
  if (!rule) throw new Error(`There is no step ${step}`);
  return rule.answer.content;
}

/** A Galley with the sandbox's model. `draft` plays one issue with these rules before the good ones. */
export async function startModelFlow(t: TestContext, files: Readonly<Record<string, string>> = demoFiles) {
  const flow = await startFlow(t, { files, hasModel: true });
  let drafts = 0;
  async function draft(...rules: Rules): Promise<Drafted> {
    flow.sandbox.model.script([...rules, ...goodRules, ...scriptRepairs(goodRules)]);
    const before = flow.sandbox.model.requests().length;
    const { number } = await flow.command(demoIssue);
    drafts += 1;
    await flow.ended("draft", drafts);
    return await look(flow, number, before);
  }
  return { flow, draft };
}

/** Looks at what became of a draft; every model request since `before` must have been scripted. */
export async function look(flow: Flow, number: number, before = 0): Promise<Drafted> {
  const { model } = flow.sandbox;
  assert.deepEqual(
    model.unscripted().map(({ body }) => body),
    [],
  );
  const answers = await listAnswers(flow, number);
  const opened = Number(/#(\d+)\.$/.exec(answers[0] ?? "")?.[1]);
  const pullRequest = (await listPullRequests(flow)).find((one) => one.number === opened);
  const file = findPostPath(pullRequest?.body ?? "");
  const post = file && (await flow.sandbox.as("editor").readFile(flow.name, file, pullRequest?.head.ref));
  const asked = model.requests().slice(before).map(describeRequest);
  return { number, answers, pullRequest, post: post ?? "", asked, steps: asked.map(({ step }) => step) };
}

const Body = z.object({
  messages: z.array(z.object({ content: z.string() })),
  response_format: z.object({ type: z.string() }).optional(),
});

function describeRequest({ body, status, at }: Readonly<ServedRequest>): Asked {
  const { messages, response_format: format } = Body.parse(body);
  return {
    step: /^Step: (.+)$/m.exec(messages[0]?.content ?? "")?.[1] ?? "",
    format: format?.type ?? "text",
    status,
    said: messages.at(-1)?.content ?? "",
    at,
  };
}

const spoken = Object.values(demoFiles)
  .join("\n")
  .replaceAll(/^(?:\d+|[\d:.]+ --> [\d:.]+)$/gm, "")
  .replaceAll(/\s+/g, " ");

/** The quotations of a post that stand in no source, letter for letter. */
export function findInvented(post: string): string[] {
  const quotations = [...post.matchAll(/^> (?!—)(.+?)\s*$|“([^”]+)”/gm)];
  return quotations
    .map(([, block, inline]) => block ?? inline ?? "")
    .filter((words) => !spoken.includes(words));
}
