import type { OpenAI } from "openai";
import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import { RetryableError } from "../../errors.ts";
import type { Usage } from "../../ports/language-model.ts";
import { readFailure } from "./fail.ts";

const maxTries = 4;
const firstWaitMs = 1000;
/** Longer waits are the queue's business: a worker is not held for them. */
const maxWaitMs = 30_000;

/** How an answer's shape is asked for; each is understood by more hosts than the one before. */
export type Format = "json_schema" | "json_object" | "text";

/** How a host wants to be asked; found out by asking. */
export type Dialect = {
  readonly format: Format;
  readonly limit: "max_completion_tokens" | "max_tokens";
};

export type Message = { readonly role: "system" | "user" | "assistant"; readonly content: string };

export type Sending = {
  readonly model: string;
  readonly step: string;
  readonly messages: readonly Message[];
  readonly dialect: Dialect;
  readonly schema: Record<string, unknown>;
  readonly maxOutputTokens: number;
  readonly timeoutMs: number;
};

/** What the host answered; `refused`: it does not take requests of this form. */
export type Sent =
  | {
      readonly kind: "answer";
      readonly text: string;
      readonly isCut: boolean;
      readonly usage: Usage | undefined;
    }
  | { readonly kind: "refused"; readonly mentionsLimit: boolean };

/** Waits; throws when the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>;

/**
 * Sends one request, and again while the host cannot be reached, is busy or fails: at most four times in all,
 * honouring `retry-after`.
 */
export async function send(client: OpenAI, sending: Sending, wait: Wait, signal: AbortSignal): Promise<Sent> {
  for (let tries = 1; ; tries += 1) {
    signal.throwIfAborted();
    // The client's own timeout ends with the headers; this one holds for the body too.
    const timeout = AbortSignal.timeout(sending.timeoutMs);
    try {
      return await request(client, sending, AbortSignal.any([signal, timeout]));
    } catch (thrown) {
      signal.throwIfAborted();
      const failure = timeout.aborted
        ? {
            kind: "again" as const,
            error: new RetryableError(`The language model did not answer step "${sending.step}" in time`),
          }
        : readFailure(thrown, sending.step, Date.now());
      if (failure === undefined) throw thrown;
      if (failure.kind === "refused-request")
        return { kind: "refused", mentionsLimit: failure.mentionsLimit };
      if (failure.kind === "final") throw failure.error;
      const waitMs = failure.error.retryAfterMs ?? firstWaitMs * 2 ** (tries - 1);
      if (tries === maxTries || waitMs > maxWaitMs) throw failure.error;
      await wait(waitMs, signal).catch((stopped) => {
        signal.throwIfAborted();
        throw stopped;
      });
    }
  }
}

async function request(client: OpenAI, sending: Sending, signal: AbortSignal): Promise<Sent> {
  const { model, dialect, maxOutputTokens } = sending;
  const completion = await client.chat.completions.create(
    {
      model,
      messages: sending.messages as ChatCompletionMessageParam[],
      [dialect.limit]: maxOutputTokens,
      ...responseFormat(sending),
    },
    { signal, maxRetries: 0, timeout: sending.timeoutMs },
  );
  // Hosts differ, and their answers are outside data: only what is read is looked at, and it may be absent.
  const choice = completion?.choices?.[0];
  const text = choice?.message?.content;
  const usage = completion?.usage;
  return {
    kind: "answer",
    text: typeof text === "string" ? text : "",
    isCut: choice?.finish_reason === "length",
    usage: readUsage(usage?.prompt_tokens, usage?.completion_tokens),
  };
}

function responseFormat({ dialect, step, schema }: Sending) {
  if (dialect.format === "text") return {};
  if (dialect.format === "json_object") return { response_format: { type: "json_object" as const } };
  const name = step.replace(/[^A-Za-z0-9_-]+/g, "_").slice(0, 60);
  return { response_format: { type: "json_schema" as const, json_schema: { name, strict: true, schema } } };
}

function readUsage(promptTokens: unknown, completionTokens: unknown): Usage | undefined {
  if (!Number.isSafeInteger(promptTokens) || !Number.isSafeInteger(completionTokens)) return undefined;
  return {
    promptTokens: Math.max(0, Number(promptTokens)),
    completionTokens: Math.max(0, Number(completionTokens)),
  };
}
