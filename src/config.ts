import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { UserError } from "./errors.ts";

const list = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  );
const text = z.string().optional();
const like = (pattern: RegExp, error: string) => z.string().regex(pattern, { error });

/** Digits only: `1e3`, `0x10` and an empty word are numbers to JavaScript, and slips of the pen to people. */
function wholeNumber(min: number, max: number, error: string) {
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
}

/** Every variable that Galley reads, documented for people in `.env.example`. An empty value counts as not set. */
const Environment = z.object({
  APP_ID: wholeNumber(1, Number.MAX_SAFE_INTEGER, "must be the App's number").optional(),
  PRIVATE_KEY: text,
  PRIVATE_KEY_PATH: text,
  WEBHOOK_SECRET: text,
  GHE_HOST: like(
    /^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(?::\d{1,5})?$/i,
    "must be a host alone, such as ghe.example.com",
  ).optional(),
  GHE_PROTOCOL: z.enum(["http", "https"], { error: "must be http or https" }).default("https"),
  PORT: wholeNumber(0, 65_535, "must be a port number, 0 to 65535").default(3000),
  HOST: z.string().default("localhost"),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be trace, debug, info, warn, error, fatal or silent",
    })
    .default("info"),
  NODE_ENV: text,
  DATA_DIR: z.string().default(".galley"),
  ALLOWED_OWNERS: list,
  // Anything else cannot stand in a header, which would be noticed only when a post is sent.
  LINKEDIN_ACCESS_TOKEN: like(/^[!-~]+$/, "must be the token alone, in ASCII letters").optional(),
  LINKEDIN_AUTHOR: like(
    /^urn:li:(?:person|organization):[\w-]+$/,
    "must be urn:li:person:… or urn:li:organization:…",
  ).optional(),
  LINKEDIN_API_URL: z
    .url({ protocol: /^https?$/, error: "must be an address" })
    .default("https://api.linkedin.com"),
  LINKEDIN_VERSION: like(/^\d{4}(?:0[1-9]|1[0-2])(?:\.\d{2})?$/, "must be a month, YYYYMM").default("202609"),
  LINKEDIN_REPOSITORIES: list.refine((names) => names.every((name) => /^[\w.-]+\/[\w.-]+$/.test(name)), {
    error: "must name repositories as owner/name, separated by commas",
  }),
  GITHUB_WRITE_INTERVAL_MS: wholeNumber(0, 60_000, "must be a number of milliseconds, at most 60000").default(
    1000,
  ),
});

/** Where the language model is; none of them set: no language model. */
const ModelEnvironment = z.object({
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" })
    .optional(),
  OPENAI_MODEL: text,
});

/** A language model to be asked. */
export type ModelConfig = Readonly<{
  /** Null for a server that asks for none. */
  apiKey: string | null;
  /** Null: OpenAI itself. */
  baseUrl: string | null;
  model: string;
}>;

/** What the process runs with; frozen, and the only thing that knows the environment. */
export type Config = Readonly<{
  app: Readonly<{ id: number; privateKey: string; webhookSecret: string }>;
  /** `https://ghe.example.com/api/v3`; undefined for github.com. */
  githubApiUrl: string | undefined;
  /** The host that blob links in an issue may point to, and its address. */
  githubHost: string;
  githubUrl: string;
  port: number;
  host: string;
  logLevel: string;
  dataDir: string;
  /** Lower-case logins; empty means everybody, which only a development machine may say. */
  allowedOwners: readonly string[];
  githubWriteIntervalMs: number;
  /** Null: LinkedIn is not connected. */
  linkedin: Readonly<{
    accessToken: string;
    author: string;
    apiUrl: string;
    version: string;
    repositories: readonly string[];
  }> | null;
  /** Null: drafts are written without a language model. */
  languageModel: ModelConfig | null;
}>;

/**
 * Reads the environment into one frozen `Config`.
 * Throws a `UserError` of one sentence that names the variable and what it should be; never its value.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const values = parseEnvironment(Environment, env);
  if (values.NODE_ENV === "production" && values.ALLOWED_OWNERS.length === 0) {
    throw new UserError(
      "ALLOWED_OWNERS must name the accounts that are served when NODE_ENV is production, because anybody can install an App.",
    );
  }
  const host = values.GHE_HOST ?? "github.com";
  if (values.GITHUB_WRITE_INTERVAL_MS === 0 && !isLoopback(host)) {
    throw new UserError(
      "GITHUB_WRITE_INTERVAL_MS may be 0 only when GHE_HOST is on loopback; GitHub asks for a second between writes.",
    );
  }
  return Object.freeze({
    app: Object.freeze(readCredentials(values)),
    githubApiUrl: values.GHE_HOST ? `${values.GHE_PROTOCOL}://${values.GHE_HOST}/api/v3` : undefined,
    githubHost: host,
    githubUrl: `${values.GHE_HOST ? values.GHE_PROTOCOL : "https"}://${host}`,
    port: values.PORT,
    host: values.HOST,
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    allowedOwners: Object.freeze(values.ALLOWED_OWNERS),
    githubWriteIntervalMs: values.GITHUB_WRITE_INTERVAL_MS,
    linkedin: readLinkedIn(values),
    languageModel: loadModelConfig(env),
  });
}

/** The language model that the environment names, or null when it names none. Throws as `loadConfig` does. */
export function loadModelConfig(env: Record<string, string | undefined> = process.env): ModelConfig | null {
  const values = parseEnvironment(ModelEnvironment, env);
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = values;
  if (apiKey === undefined && baseUrl === undefined && model === undefined) return null;
  if (model === undefined)
    throw new UserError(
      "OPENAI_MODEL must name the language model when OPENAI_API_KEY or OPENAI_BASE_URL is set.",
    );
  if (apiKey === undefined && baseUrl === undefined)
    throw new UserError(
      "OPENAI_MODEL needs OPENAI_API_KEY, or the OPENAI_BASE_URL of a server that asks for no key.",
    );
  return Object.freeze({ apiKey: apiKey ?? null, baseUrl: baseUrl ?? null, model });
}

function parseEnvironment<T>(schema: z.ZodType<T>, env: Record<string, string | undefined>): T {
  const set = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}.`);
}

/** All three or none: who may use the account is as much a part of it as the token. */
function readLinkedIn(values: z.infer<typeof Environment>): Config["linkedin"] {
  const {
    LINKEDIN_ACCESS_TOKEN: accessToken,
    LINKEDIN_AUTHOR: author,
    LINKEDIN_REPOSITORIES: repositories,
  } = values;
  if (accessToken === undefined && author === undefined && repositories.length === 0) return null;
  if (accessToken === undefined || author === undefined || repositories.length === 0) {
    throw new UserError(
      "LINKEDIN_ACCESS_TOKEN, LINKEDIN_AUTHOR and LINKEDIN_REPOSITORIES go together: set all three, or none of them.",
    );
  }
  const apiUrl = values.LINKEDIN_API_URL.replace(/\/+$/, "");
  Object.freeze(repositories);
  return Object.freeze({ accessToken, author, apiUrl, version: values.LINKEDIN_VERSION, repositories });
}

function readCredentials(values: z.infer<typeof Environment>): Config["app"] {
  const privateKey = values.PRIVATE_KEY ?? (values.PRIVATE_KEY_PATH && readKey(values.PRIVATE_KEY_PATH));
  const missing = [
    values.APP_ID === undefined && "APP_ID",
    !privateKey && "PRIVATE_KEY or PRIVATE_KEY_PATH",
    !values.WEBHOOK_SECRET && "WEBHOOK_SECRET",
  ].filter((name) => name !== false);
  if (missing.length > 0 || !values.APP_ID || !privateKey || !values.WEBHOOK_SECRET) {
    throw new UserError(
      `Set ${missing.join(", ")}: the GitHub App's settings page has them (see docs/configuration.md).`,
    );
  }
  const source = values.PRIVATE_KEY === undefined ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY";
  return {
    id: values.APP_ID,
    privateKey: normaliseKey(privateKey, source),
    webhookSecret: values.WEBHOOK_SECRET,
  };
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError("PRIVATE_KEY_PATH does not name a file that can be read.");
  }
}

/** Hosting panels keep a key on one line with `\n`, or in base64: both are the same key. */
function normaliseKey(text: string, source: string): string {
  const unescaped = text.replaceAll("\\n", "\n").trim();
  const isPem = unescaped.includes("-----BEGIN");
  const key = isPem ? unescaped : Buffer.from(unescaped, "base64").toString("utf8").trim();
  try {
    createPrivateKey(key);
    return key;
  } catch {
    throw new UserError(
      `${source} does not hold the App's private key: it is a PEM text that begins with -----BEGIN.`,
    );
  }
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Where a person ran the command: npm changes into the package's folder and keeps theirs in INIT_CWD. */
export function invocationFolder(env: Record<string, string | undefined> = process.env): string {
  return env.INIT_CWD || process.cwd();
}

/** What a program that we start needs of ours to run at all; its settings are given to it one by one. */
export function baseEnvironment(
  env: Record<string, string | undefined> = process.env,
): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "SystemRoot", "LANG"];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
