import { z } from "zod";
import { type Credentials, lacksCredentials, loadCredentials } from "./config/credentials.ts";
import { list, parseVariables, text, type Variables, wholeNumber } from "./config/variables.ts";
import { UserError } from "./errors.ts";

const like = (pattern: RegExp, error: string) => z.string().regex(pattern, { error });

/** Every variable that Galley reads beside the credentials, documented for people in `.env.example`. */
const Environment = z.object({
  GHE_HOST: z
    .string()
    .regex(/^(?:[a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(?::\d{1,5})?$/i, {
      error: "must be a host alone, such as ghe.example.com",
    })
    .optional(),
  GHE_PROTOCOL: z.enum(["http", "https"], { error: "must be http or https" }).default("https"),
  PORT: wholeNumber(0, 65_535, "must be a port number, 0 to 65535").default(3000),
  HOST: z.string().default("localhost"),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" })
    .refine((url) => !/[?#@]/.test(url), { error: "must be an address without user, query and fragment" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be trace, debug, info, warn, error, fatal or silent",
    })
    .default("info"),
  NODE_ENV: text,
  DATA_DIR: z.string().default(".galley"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(?:ql)?$/, error: "must be an address that begins with postgres://" })
    .optional(),
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
  RECONCILE_INTERVAL_MS: wholeNumber(
    100,
    86_400_000,
    "must be a number of milliseconds, at least 100 and at most a day",
  ).default(300_000),
});

/** Where the language model is; none of them set: no language model. */
const ModelEnvironment = z.object({
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: z
    .url({ protocol: /^https?$/, error: "must be an address that begins with https:// or http://" })
    .optional(),
  OPENAI_MODEL: text,
  OPENAI_PRICE: z
    .string()
    .regex(/^\d{1,6}(?:\.\d{1,6})?\/\d{1,6}(?:\.\d{1,6})?(?: [A-Z]{3})?$/, {
      error: "must be what a million tokens cost, in and out, such as 0.40/1.60 USD",
    })
    .transform(readPrice)
    .optional(),
});

/** A language model to be asked. */
export type ModelConfig = Readonly<{
  /** Null for a server that asks for none. */
  apiKey: string | null;
  /** Null: OpenAI itself. */
  baseUrl: string | null;
  model: string;
  /** What a million tokens cost; null when nobody said. */
  price: Readonly<{ input: number; output: number; currency: string }> | null;
}>;

/** What the process runs with; frozen, and the only thing that knows the environment. */
export type Config = Readonly<{
  app: Credentials;
  /** `https://ghe.example.com/api/v3`; undefined for github.com. */
  githubApiUrl: string | undefined;
  /** The host that blob links in an issue may point to, and its address. */
  githubHost: string;
  githubUrl: string;
  port: number;
  host: string;
  /** Where people and GitHub reach this process, without a slash at its end; null when nobody said. */
  publicUrl: string | null;
  logLevel: string;
  dataDir: string;
  /** PostgreSQL's address, with its password; null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  /** Lower-case logins; empty means everybody, which only a development machine may say. */
  allowedOwners: readonly string[];
  githubWriteIntervalMs: number;
  /** The pause between two looks for what was missed. */
  reconcileIntervalMs: number;
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

/** What set-up runs with: everything but the App. */
export type SetUpConfig = Omit<Config, "app">;

/**
 * Reads the environment, and `credentials.env` after it, into one frozen `Config`.
 * Throws a `UserError` of one sentence that names the variable and what it should be; never its value.
 */
export function loadConfig(env: Variables = process.env): Config {
  const rest = loadRest(env);
  return Object.freeze({ ...rest, app: loadCredentials(env, rest.dataDir) });
}

/** What set-up needs when there are no credentials at all; null when there are, be it in part. Throws as `loadConfig` does. */
export function loadSetUpConfig(env: Variables = process.env): SetUpConfig | null {
  const config = loadRest(env);
  if (!lacksCredentials(env, config.dataDir)) return null;
  if (config.publicUrl === null && env.NODE_ENV?.trim() === "production") {
    throw new UserError(
      "PUBLIC_URL must say where GitHub and you reach Galley when NODE_ENV is production and no GitHub App is set up yet.",
    );
  }
  return Object.freeze(config);
}

function loadRest(env: Variables): SetUpConfig {
  const values = parseVariables(Environment, env);
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
  return {
    githubApiUrl: values.GHE_HOST ? `${values.GHE_PROTOCOL}://${values.GHE_HOST}/api/v3` : undefined,
    githubHost: host,
    githubUrl: `${values.GHE_HOST ? values.GHE_PROTOCOL : "https"}://${host}`,
    port: values.PORT,
    host: values.HOST,
    publicUrl: values.PUBLIC_URL ?? null,
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    allowedOwners: Object.freeze(values.ALLOWED_OWNERS),
    githubWriteIntervalMs: values.GITHUB_WRITE_INTERVAL_MS,
    reconcileIntervalMs: values.RECONCILE_INTERVAL_MS,
    linkedin: readLinkedIn(values),
    languageModel: loadModelConfig(env),
  };
}

/** The language model that the environment names, or null when it names none. Throws as `loadConfig` does. */
export function loadModelConfig(env: Variables = process.env): ModelConfig | null {
  const values = parseVariables(ModelEnvironment, env);
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
  const { OPENAI_PRICE: price = null } = values;
  return Object.freeze({ apiKey: apiKey ?? null, baseUrl: baseUrl ?? null, model, price });
}

function readPrice(text: string): NonNullable<ModelConfig["price"]> {
  const [prices = "", currency = "USD"] = text.split(" ");
  const [input = 0, output = 0] = prices.split("/").map(Number);
  return Object.freeze({ input, output, currency });
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

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, "");
  return name === "localhost" || name === "[::1]" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Where a person ran the command: npm changes into the package's folder and keeps theirs in INIT_CWD. */
export function invocationFolder(env: Variables = process.env): string {
  return env.INIT_CWD || process.cwd();
}

/** What a program that we start needs of ours to run at all; its settings are given to it one by one. */
export function baseEnvironment(env: Variables = process.env): Record<string, string> {
  const names = ["PATH", "HOME", "TMPDIR", "SystemRoot", "LANG"];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}
