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
  const exchanges = keepExchanges(sandbox);
  test.after(async () => {
    await sandbox.close();
    // Judged at the end: it takes time, which must not come between the app and its answers.
    checkContracts(exchanges, sandbox.deliveries());
  });
  return sandbox;
}

/** What passes from now on. */
export function keepExchanges(sandbox: Pick<Sandbox, "watch">): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  sandbox.watch((exchange) => exchanges.push(exchange));
  return exchanges;
}

type Sent = Pick<Delivery, "event" | "payload">;

/** Throws, with a line for each mistake, unless everything is as the vendors' contracts have it. */
export function checkContracts(exchanges: readonly Exchange[], deliveries: readonly Sent[]): void {
  const mistakes = [...exchanges.flatMap(judgeExchange), ...deliveries.flatMap(judgeWebhook)];
  assert.deepEqual(describeMistakes(withoutAllowed(mistakes)), [], "what passed breaks a contract");
}

/**
 * A line for each mistake in what the sandbox answered and sent by itself, for tests that ask it wrongly on purpose.
 * A 500 and a 501 are the sandbox's own words, and no vendor's.
 */
export function listAnswerMistakes(exchanges: readonly Exchange[], deliveries: readonly Sent[]): string[] {
  const answers = exchanges.flatMap(judgeExchange).filter(({ side, status }) => {
    return side === "answer" && status !== 500 && status !== 501;
  });
  return describeMistakes(withoutAllowed([...answers, ...deliveries.flatMap(judgeWebhook)]));
}
