import { ModelError } from "../../errors.ts";
import type { LanguageModel, Question } from "../../ports/language-model.ts";
import { composeMessages, type Repair } from "./compose-messages.ts";
import { estimatePrompt, estimateTokens, loadTokenCounter } from "./count-tokens.ts";
import { connectHost, type Host, type HostOptions } from "./host.ts";
import { judgeAnswer } from "./judge-answer.ts";
import type { Format } from "./send.ts";
import { toStrictSchema } from "./strict-schema.ts";

const maxAnswers = 3;

/** A language model behind chat completions: OpenAI's, or any server that speaks like it. */
export function createLanguageModel(options: HostOptions): LanguageModel {
  const host = connectHost(options);
  return {
    name: options.model,
    loadTokenCounter: () => loadTokenCounter(options.model),
    ask: (question, signal) => ask(host, question, signal),
  };
}

/**
 * At most three answers: one, a second after the checker's words, and, when that is no better, a third to the
 * bare question in a simpler format; fewer where the question says so. An answer that fits the schema is never given up for one that does not.
 */
async function ask<T>(host: Host, question: Question<T>, signal: AbortSignal): Promise<T> {
  const schema = toStrictSchema(question.schema);
  const mostAnswers = question.mostAnswers ?? maxAnswers;
  let fitting: { readonly value: T } | undefined;
  let repair: Repair | null = null;
  for (let answers = 1; answers <= mostAnswers; answers += 1) {
    let prompt = 0;
    const turn = repair;
    const compose = (format: Format) => {
      const messages = composeMessages(question, schema, { format, repair: turn });
      prompt = estimatePrompt(messages);
      question.permit?.(prompt + question.maxOutputTokens);
      return messages;
    };
    const { step, maxOutputTokens } = question;
    const isLowered = answers === maxAnswers;
    const sent = await host.send({ step, maxOutputTokens, schema, isLowered, compose }, signal);
    await question.spend?.(
      sent.usage ?? { promptTokens: prompt, completionTokens: estimateTokens(sent.text) },
    );
    const judged = judgeAnswer(question, sent);
    if (judged.kind === "value") {
      fitting = { value: judged.value };
      if (judged.problem === null || answers > 1) break;
    } else if (fitting) break;
    repair = answers === 1 ? { answer: sent.text, problem: judged.problem ?? "" } : null;
  }
  if (fitting) return fitting.value;
  const often = mostAnswers === 1 ? "" : `, ${mostAnswers} times`;
  throw new ModelError(`The language model gave no usable answer to step "${question.step}"${often}`);
}
