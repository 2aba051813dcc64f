import { createHmac } from "node:crypto";

/** One attempt to deliver an event, as the App's delivery log keeps it. */
export type Delivery = {
  /** A number too large for JavaScript's own: GitHub's are 64 bits (`@octokit/openapi-types`, hook-delivery-item). */
  readonly id: string;
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly repository: string | undefined;
  readonly repositoryId: number | null;
  readonly installationId: number | null;
  readonly redelivery: boolean;
  readonly deliveredAt: string;
  readonly url: string;
  /** Undefined while it is under way; 0 when nobody answered in time. */
  status: number | undefined;
  durationMs: number | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What it was sent with; empty while nothing was. */
  headers: Readonly<Record<string, string>>;
};

/** GitHub waits this long for an answer (docs.github.com, "Best practices for using webhooks"). */
const timeoutMs = 10_000;

/** Sends it, once. What came of it stands in the delivery. */
export async function deliver(
  app: { readonly id: number; readonly hookId: number; readonly webhookSecret: string },
  delivery: Delivery,
  closing: AbortSignal,
): Promise<void> {
  const body = JSON.stringify(delivery.payload);
  const signature = createHmac("sha256", app.webhookSecret).update(body).digest("hex");
  const startedAt = performance.now();
  delivery.headers = {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/5a4d0b0",
    "x-github-delivery": delivery.guid,
    "x-github-event": delivery.event,
    "x-github-hook-id": String(app.hookId),
    "x-github-hook-installation-target-id": String(app.id),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature-256": `sha256=${signature}`,
  };
  try {
    const response = await fetch(delivery.url, {
      method: "POST",
      body,
      redirect: "manual",
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
      headers: delivery.headers,
    });
    await response.body?.cancel();
    delivery.status = response.status;
  } catch {
    // Refused, cut or too late: GitHub's log says no more than that it failed, and it does not try again.
    delivery.status = 0;
  }
  delivery.durationMs = Math.round(performance.now() - startedAt);
}
