import type { TestContext } from "node:test";
import { z } from "zod";
import { createLanguageModel } from "../../../src/adapters/openai/language-model.ts";
import type { Question, Usage } from "../../../src/ports/language-model.ts";
import { type Reply, startHost } from "./scripted-host.ts";

const Fruit = z.object({ name: z.string(), note: z.string().nullable() });
export const good = '{"name":"pear","note":null}';
export const question: Question<z.infer<typeof Fruit>> = {
  step: "choose fruit",
  system: "You choose.",
  user: "Which fruit?",
  schema: Fruit,
  maxOutputTokens: 50,
};

/** The question, and what its answers cost as they came. */
export function counted() {
  const spent: Usage[] = [];
  const spend = async (usage: Usage) => void spent.push(usage);
  return { question: { ...question, spend }, spent };
}

/** A model at a host that answers so, with what was asked of both. */
export async function connect(context: TestContext, replies: Reply[], timeoutMs = 5000) {
  const host = await startHost(context, replies);
  const waits: number[] = [];
  const model = createLanguageModel({
    apiKey: "key-of-the-test",
    baseUrl: host.baseUrl,
    model: "tiny",
    timeoutMs,
    wait: async (ms, stop) => {
      stop.throwIfAborted();
      waits.push(ms);
    },
  });
  const formats = () => host.received.map(({ body }) => body.response_format?.type ?? "text");
  return { ...host, model, waits, formats };
}
