import { createHmac, randomUUID } from "node:crypto";
import type { WebhookEvent, World } from "./state.ts";
import { renderInstallation } from "./views/app.ts";
import { renderRepository } from "./views/repository.ts";
import { renderUser } from "./views/user.ts";
import { installationOf } from "./world.ts";

/** One attempt to deliver an event, as the App's delivery log keeps it. */
export type Delivery = {
  readonly guid: string;
  readonly event: string;
  readonly action: string | undefined;
  readonly repository: string | undefined;
  readonly redelivery: boolean;
  readonly deliveredAt: string;
  /** Undefined while it is under way; 0 when nobody answered in time. */
  status: number | undefined;
  durationMs: number | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
};

export type Webhooks = {
  readonly deliveries: readonly Delivery[];
  /** Sends an event if the App is installed there and subscribed to it. */
  send(event: WebhookEvent): void;
  /** Sends an earlier delivery again under the same GUID (docs.github.com, "Redelivering webhooks"). */
  redeliver(guid: string): Promise<Delivery>;
  onDelivery(listener: (delivery: Delivery) => void): () => void;
  /** When nothing is under way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** GitHub waits this long for an answer (docs.github.com, "Best practices for using webhooks"). */
const timeoutMs = 10_000;

/** These reach every App without subscription (`@octokit/openapi-webhooks`, installation events). */
const unasked = new Set(["installation", "installation_repositories"]);

/** The App's one webhook and its delivery log. Nothing is delivered while it has no address. */
export function createWebhooks(world: World): Webhooks {
  const deliveries: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  const listeners = new Set<(delivery: Delivery) => void>();
  const closing = new AbortController();

  function start(
    guid: string,
    event: string,
    payload: Delivery["payload"],
    redelivery: boolean,
  ): Promise<Delivery> {
    const delivery: Delivery = {
      guid,
      event,
      redelivery,
      payload,
      ...describe(payload),
      status: undefined,
      durationMs: undefined,
    };
    deliveries.push(delivery);
    const sending = deliver(world, delivery, closing.signal).then(() => {
      underWay.delete(sending);
      for (const listener of listeners) listener(delivery);
      return delivery;
    });
    underWay.add(sending);
    return sending;
  }

  return {
    deliveries,
    send(event) {
      const subscribed = unasked.has(event.name) || world.app.events.includes(event.name);
      const payload = completePayload(world, event);
      if (!subscribed || !payload || world.app.webhookUrl === undefined) return;
      void start(randomUUID(), event.name, payload, false);
    },
    async redeliver(guid) {
      const earlier = deliveries.find((one) => one.guid === guid);
      if (!earlier) throw new Error(`No delivery ${guid}`);
      return await start(guid, earlier.event, earlier.payload, true);
    },
    onDelivery(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}

/** What every payload has beside its own fields; undefined when the App is not installed there. */
function completePayload(world: World, event: WebhookEvent): Record<string, unknown> | undefined {
  const installation = installationOf(world, event.owner);
  if (!installation) return undefined;
  const full = event.name === "installation" || event.name === "installation_repositories";
  return {
    ...event.payload,
    ...(event.repository ? { repository: renderRepository(world, event.repository) } : {}),
    sender: renderUser(world, event.sender),
    installation: full
      ? renderInstallation(world, installation)
      : { id: installation.id, node_id: installation.nodeId },
  };
}

function describe(payload: Delivery["payload"]): Pick<Delivery, "action" | "repository" | "deliveredAt"> {
  const repository = payload.repository as { full_name?: string } | undefined;
  return {
    action: typeof payload.action === "string" ? payload.action : undefined,
    repository: repository?.full_name,
    deliveredAt: new Date().toISOString(),
  };
}

async function deliver(world: World, delivery: Delivery, closing: AbortSignal): Promise<void> {
  const { app } = world;
  const body = JSON.stringify(delivery.payload);
  const signature = createHmac("sha256", app.webhookSecret).update(body).digest("hex");
  const startedAt = performance.now();
  try {
    const response = await fetch(app.webhookUrl ?? "", {
      method: "POST",
      body,
      redirect: "manual",
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
      headers: {
        accept: "*/*",
        "content-type": "application/json",
        "user-agent": "GitHub-Hookshot/5a4d0b0",
        "x-github-delivery": delivery.guid,
        "x-github-event": delivery.event,
        "x-github-hook-id": String(app.hookId),
        "x-github-hook-installation-target-id": String(app.id),
        "x-github-hook-installation-target-type": "integration",
        "x-hub-signature-256": `sha256=${signature}`,
      },
    });
    await response.body?.cancel();
    delivery.status = response.status;
  } catch {
    // Refused, cut or too late: GitHub's log says no more than that it failed, and it does not try again.
    delivery.status = 0;
  }
  delivery.durationMs = Math.round(performance.now() - startedAt);
}
