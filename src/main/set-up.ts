import { mkdir } from "node:fs/promises";
import { createManifestConverter } from "../adapters/github/convert-manifest.ts";
import { lockFolder } from "../adapters/postgres/lock-folder.ts";
import { randomToken } from "../adapters/random-token.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { saveCredentialsFile } from "../config/credentials-file.ts";
import type { SetUpConfig } from "../config.ts";
import { startSetUp } from "../http/setup/server.ts";
import { createStates } from "../http/setup/states.ts";
import { createLogger } from "../log.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

/**
 * Waits until a person has registered a GitHub App and its credentials are kept. Resolves with the port that
 * was listened at, for service to go on there: the App's webhook was registered with it.
 */
export async function setUp(config: SetUpConfig): Promise<number> {
  const log = createLogger({ level: config.logLevel, secrets: [config.languageModel?.apiKey ?? ""] });
  // Held as in service: two processes that set up one folder would write two Apps over each other.
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const release = await lockFolder(config.dataDir);
  const settingUp = await startSetUp({
    port: config.port,
    host: config.host,
    publicUrl: config.publicUrl,
    githubUrl: config.githubUrl,
    token: randomToken(),
    states: createStates(randomToken, systemClock),
    convert: createManifestConverter(config.githubApiUrl),
    save: (app) => saveCredentialsFile(config.dataDir, app),
    log,
  });
  const letGo = stopOnSignal(log, () => settingUp.stop());
  log.info({ port: settingUp.port, host: config.host }, "Galley waits to be set up");
  // Not a line of the logger, which takes every query out of addresses.
  process.stderr.write(`galley: no GitHub App is set up yet; open ${settingUp.address} to register one.\n`);
  await settingUp.done;
  letGo();
  await release();
  return settingUp.port;
}
