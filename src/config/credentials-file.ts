import { readFileSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { UserError } from "../errors.ts";
import type { RegisteredApp } from "../ports/app-registration.ts";
import type { Variables } from "./variables.ts";

/** Where set-up leaves what GitHub gave. */
export function credentialsPath(dataDir: string): string {
  return join(dataDir, "credentials.env");
}

/** The variables that set-up saved; undefined when nothing was set up. */
export function readCredentialsFile(dataDir: string): Variables | undefined {
  const path = credentialsPath(dataDir);
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (thrown) {
    if (
      thrown instanceof Error &&
      "code" in thrown &&
      (thrown.code === "ENOENT" || thrown.code === "ENOTDIR")
    )
      return undefined;
    throw new UserError(`${path} cannot be read: Galley must own it, or be given the credentials otherwise.`);
  }
}

/** Saves what GitHub gave: whole or not at all, on the disk before it returns, for this account's eyes alone. */
export async function saveCredentialsFile(dataDir: string, app: RegisteredApp): Promise<void> {
  const path = credentialsPath(dataDir);
  const building = `${path}.new`;
  // What an attempt that was cut off left behind; its mode and owner may be anybody's.
  await rm(building, { force: true });
  const file = await open(building, "wx", 0o600);
  try {
    await file.writeFile(describeCredentials(app));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(building, path);
}

function describeCredentials(app: RegisteredApp): string {
  return `# Written by Galley's set-up. Whoever can read this can act as the App.
APP_ID=${app.id}
PRIVATE_KEY="${app.privateKey.trim().replaceAll(/\r?\n/g, "\\n")}"
WEBHOOK_SECRET=${app.webhookSecret}
GITHUB_CLIENT_ID=${app.clientId}
GITHUB_CLIENT_SECRET=${app.clientSecret}
`;
}
