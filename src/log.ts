import { type Logger, pino } from "pino";

/**
 * Everything that looks like a credential, wherever it stands in a line: GitHub tokens of every kind
 * (since April 2026 installation tokens are `ghs_<app id>_<JWT>`, so no length is assumed), JSON web
 * tokens, model keys, PEM blocks, authorization values and query strings.
 */
const secretShapes: readonly [RegExp, string][] = [
  [/-----BEGIN[\s\S]*?(?:-----END [A-Z ]*-----|$)/g, "[key]"],
  [/\b(?:gh[a-z]_|github_pat_)[\w.~+/-]+=*/g, "[token]"],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, "[token]"],
  [/\bsk-[\w-]{8,}/g, "[token]"],
  [/\b(bearer|basic|token)\s+[\w.~+/-]{8,}=*/gi, "$1 [token]"],
  [/(https?:\/\/[^\s"?]+)\?[^\s"]*/g, "$1?[query]"],
];

/** Fields that hold a body or a credential by name: cut before the line is built. */
const secretFields = [
  "body",
  "payload",
  "event",
  "request",
  "response",
  "headers",
  "authorization",
  "token",
  "privateKey",
  "secret",
];

/**
 * The process's logger: JSON lines with static messages. `secrets` are values that must never appear
 * (webhook secret, private key); they and everything in the shape of a secret are replaced in the
 * finished line, so that no field, message or stack can carry one past.
 */
export function createLogger(options: {
  level: string;
  secrets: readonly string[];
  destination?: NodeJS.WritableStream;
}): Logger {
  const scrub = (line: string) => scrubSecrets(line, options.secrets);
  return pino(
    {
      level: options.level,
      base: { name: "galley" },
      redact: { paths: secretFields.flatMap((field) => [field, `*.${field}`]), remove: true },
      serializers: { err: describeError },
      hooks: { streamWrite: scrub },
    },
    options.destination ?? process.stderr,
  );
}

/** Replaces known secrets and everything that has the shape of one. Public for the command line's own errors. */
export function scrubSecrets(text: string, secrets: readonly string[] = []): string {
  let scrubbed = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    scrubbed = scrubbed
      .replaceAll(secret, "[secret]")
      .replaceAll(JSON.stringify(secret).slice(1, -1), "[secret]");
  }
  return secretShapes.reduce((line, [shape, replacement]) => line.replace(shape, replacement), scrubbed);
}

/** Only what says what went wrong: errors of HTTP clients carry the whole request, with its body and headers. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const status = "status" in error && typeof error.status === "number" ? { status: error.status } : {};
  return {
    type: name,
    message,
    stack,
    ...status,
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
