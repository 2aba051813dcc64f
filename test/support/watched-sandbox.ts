import assert from "node:assert/strict";
import type { Exchange } from "../../src/sandbox/exchanges.ts";
import type { Delivery } from "../../src/sandbox/github/delivery.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../src/sandbox/start.ts";
import { withoutAllowed } from "../contracts/support/allowed.ts";
import { judgeExchange } from "../contracts/support/judge-exchange.ts";
import { judgeWebhook } from "../contracts/support/judge-webhook.ts";
import { describeMistakes } from "../contracts/support/mistake.ts";
import type { Cleanup } from "./cleanup.ts";

/**
 * A sandbox that ends with the test. Whatever the test was about, it fails when something passed that the vendors'
 * contracts do not allow, or when something was asked for that the sandbox has not learned.
 */
export async function startWatchedSandbox(test: Cleanup): Promise<Sandbox> {
  const sandbox = await startSandbox();
  const exchanges: Exchange[] = [];
  sandbox.watch((exchange) => exchanges.push(exchange));
  test.after(async () => {
    await sandbox.close();
    // Judged at the end: it takes time, which must not come between the app and its answers.
    checkContracts(exchanges, sandbox.deliveries());
  });
  return sandbox;
}

/** Throws, with a line for each mistake, unless everything is as the vendors' contracts have it. */
export function checkContracts(
  exchanges: readonly Exchange[],
  deliveries: readonly Pick<Delivery, "event" | "payload">[],
): void {
  const mistakes = [...exchanges.flatMap(judgeExchange), ...deliveries.flatMap(judgeWebhook)];
  assert.deepEqual(describeMistakes(withoutAllowed(mistakes)), [], "what passed breaks a contract");
}
