import { setTimeout } from "node:timers/promises";
import { OpenAI } from "openai";
import { ModelError } from "../../errors.ts";
import { type Dialect, type Format, type Message, type Sent, send, type Wait } from "./send.ts";

const openAi = "https://api.openai.com/v1";
/** A large local model on a processor takes minutes for a section; one that takes longer hangs. */
const requestTimeoutMs = 180_000;
const formats: readonly Format[] = ["json_schema", "json_object", "text"];

export type HostOptions = {
  /** Null for a server of one's own that asks for none. */
  readonly apiKey: string | null;
  /** Null: OpenAI itself. */
  readonly baseUrl: string | null;
  readonly model: string;
  readonly timeoutMs?: number;
  readonly wait?: Wait;
};

/** One request in whatever form the host takes. */
type HostRequest = {
  readonly step: string;
  readonly schema: Record<string, unknown>;
  readonly maxOutputTokens: number;
  /** Begin one format lower than the host is known to take: it took the higher one and did not heed it. */
  readonly isLowered: boolean;
  /** The messages for a format; called before each request that may cost. */
  readonly compose: (format: Format) => readonly Message[];
};

export type Host = {
  send(request: HostRequest, signal: AbortSignal): Promise<Extract<Sent, { kind: "answer" }>>;
};

/**
 * The host of a model. What it refuses with a 400 (`json_schema`, then `json_object`; the name of the token
 * limit) is left out, and what worked then is remembered for as long as the process lives.
 */
export function connectHost(options: HostOptions): Host {
  const baseURL = options.baseUrl ?? openAi;
  const client = connectClient(options.apiKey, baseURL);
  const timeoutMs = options.timeoutMs ?? requestTimeoutMs;
  const wait: Wait = options.wait ?? ((ms, signal) => setTimeout(ms, undefined, { signal }));
  let known: Dialect = {
    format: "json_schema",
    limit: baseURL === openAi ? "max_completion_tokens" : "max_tokens",
  };
  return {
    async send({ isLowered, compose, ...request }, signal) {
      let dialect = isLowered ? { ...known, format: lower(known.format) ?? known.format } : known;
      let maySwap = true;
      for (;;) {
        const messages = compose(dialect.format);
        const sending = { ...request, model: options.model, timeoutMs, dialect, messages };
        const sent = await send(client, sending, wait, signal);
        if (sent.kind === "answer") {
          if (!isLowered) known = dialect;
          return sent;
        }
        const swap = maySwap && sent.mentionsLimit;
        const format = swap ? dialect.format : lower(dialect.format);
        if (format === undefined)
          throw new ModelError(
            `The language model's host does not take the request of step "${request.step}": it may be too long for the model`,
          );
        dialect = { format, limit: swap ? otherLimit(dialect.limit) : dialect.limit };
        if (swap) maySwap = false;
      }
    },
  };
}

function connectClient(apiKey: string | null, baseURL: string): OpenAI {
  return new OpenAI({
    apiKey: apiKey ?? "none",
    baseURL,
    // What is left out, the client reads from the environment, which only our configuration may do.
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
  });
}

function lower(format: Format): Format | undefined {
  return formats[formats.indexOf(format) + 1];
}

function otherLimit(limit: Dialect["limit"]): Dialect["limit"] {
  return limit === "max_tokens" ? "max_completion_tokens" : "max_tokens";
}
