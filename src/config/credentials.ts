import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { UserError } from "../errors.ts";
import { credentialsPath, readCredentialsFile } from "./credentials-file.ts";
import { parseVariables, text, type Variables, wholeNumber } from "./variables.ts";

/** What GitHub gives for a registered App; documented for people in `.env.example`. */
const Values = z.object({
  APP_ID: wholeNumber(1, Number.MAX_SAFE_INTEGER, "must be the App's number").optional(),
  PRIVATE_KEY: text,
  PRIVATE_KEY_PATH: text,
  WEBHOOK_SECRET: text,
  GITHUB_CLIENT_ID: text,
  GITHUB_CLIENT_SECRET: text,
});
type Values = z.infer<typeof Values>;

/** The App's credentials, checked. */
export type Credentials = Readonly<{
  id: number;
  privateKey: string;
  webhookSecret: string;
  /** For people who sign in with GitHub; null when nobody can. */
  client: Readonly<{ id: string; secret: string }> | null;
}>;

/**
 * The App's credentials from the environment or else, when it names none of the three that are needed, from
 * `credentials.env` in the data folder. The three are never mixed: half of one App and half of another is none.
 * Throws a `UserError` when something is missing or wrong.
 */
export function loadCredentials(env: Variables, dataDir: string): Credentials {
  const values = parseVariables(Values, env);
  const file = isEmpty(values) ? readCredentialsFile(dataDir) : undefined;
  if (file === undefined) {
    return check(
      values,
      (names) => `Set ${names}: the GitHub App's settings page has them (see docs/configuration.md).`,
    );
  }
  const client = checkClient(values);
  try {
    const saved = check(parseVariables(Values, file), (names) => `it lacks ${names}.`);
    return Object.freeze({ ...saved, client: client ?? saved.client });
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    const path = credentialsPath(dataDir);
    throw new UserError(`${path} cannot be used, remove it to set Galley up again: ${thrown.message}`);
  }
}

/** Whether there are no credentials at all, neither in the environment nor in the data folder. */
export function lacksCredentials(env: Variables, dataDir: string): boolean {
  return isEmpty(parseVariables(Values, env)) && readCredentialsFile(dataDir) === undefined;
}

function isEmpty(values: Values): boolean {
  return !(values.APP_ID || values.PRIVATE_KEY || values.PRIVATE_KEY_PATH || values.WEBHOOK_SECRET);
}

function check(values: Values, complain: (names: string) => string): Credentials {
  const privateKey = values.PRIVATE_KEY ?? (values.PRIVATE_KEY_PATH && readKey(values.PRIVATE_KEY_PATH));
  const missing = [
    values.APP_ID === undefined && "APP_ID",
    !privateKey && "PRIVATE_KEY or PRIVATE_KEY_PATH",
    !values.WEBHOOK_SECRET && "WEBHOOK_SECRET",
  ].filter((name) => name !== false);
  if (missing.length > 0 || !values.APP_ID || !privateKey || !values.WEBHOOK_SECRET)
    throw new UserError(complain(missing.join(", ")));
  const source = values.PRIVATE_KEY === undefined ? "PRIVATE_KEY_PATH" : "PRIVATE_KEY";
  return Object.freeze({
    id: values.APP_ID,
    privateKey: normaliseKey(privateKey, source),
    webhookSecret: values.WEBHOOK_SECRET,
    client: checkClient(values),
  });
}

function checkClient({ GITHUB_CLIENT_ID: id, GITHUB_CLIENT_SECRET: secret }: Values): Credentials["client"] {
  if (!id && !secret) return null;
  if (!id || !secret) throw new UserError("GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET must be set together.");
  return Object.freeze({ id, secret });
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UserError("PRIVATE_KEY_PATH does not name a file that can be read.");
  }
}

/** Hosting panels keep a key on one line with `\n`, or in base64: both are the same key. */
function normaliseKey(given: string, source: string): string {
  const unescaped = given.replaceAll("\\n", "\n").trim();
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
