import { type Logger, pino } from "pino";

/**
 * Everything that looks like a credential, wherever it stands in a line: GitHub tokens of every kind
 * (since April 2026 installation tokens are `ghs_<app id>_<JWT>`, so no length is assumed), JSON web
 * tokens, model keys, PEM blocks, authorization values, credentials and query strings of addresses. In a
 * finished line a line break is `\\n`, so that no shape may ask for a word's boundary before it; and none takes
 * a backslash or a quote, so that the line stays JSON.
 */
const secretShapes: readonly [RegExp, string][] = [
  [/-----BEGIN(?:[^"\\]|\\[\s\S])*?(?:-----END [A-Z ]*-----|(?=")|$)/g, "[key]"],
  [/(?:gh[opsur]_|github_pat_)[\w.~+/-]{16,}=*/g, "[token]"],
  [/eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, "[token]"],
  [/(?:(?<![A-Za-z0-9])|(?<=\\[bfnrt]))sk-[\w-]{8,}/g, "[token]"],
  [/(bearer|basic|token)\s+[\w.~+/-]{8,}=*/gi, "$1 [token]"],
  [/(\w:\/\/)[^\s"\\/@]+@/g, "$1[credentials]@"],
  [/(https?:\/\/[^\s"\\?]+)\?[^\s"\\]*/g, "$1?[query]"],
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
      serializers: { err: (error: unknown) => describeError(error) },
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
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  const status = "status" in error && typeof error.status === "number" ? { status: error.status } : {};
  return {
    type: name,
    message,
    stack,
    ...status,
    // A cause may lead back to its error.
    ...(cause === undefined || depth === 5 ? {} : { cause: describeError(cause, depth + 1) }),
  };
}
