import { randomUUID } from "node:crypto";
import { type Delivery, deliver } from "./delivery.ts";
import { isInstalledOn } from "./permissions.ts";
import type { WebhookEvent, World } from "./state.ts";
import { renderInstallation } from "./views/app.ts";
import { renderRepository } from "./views/repository.ts";
import { renderUser } from "./views/user.ts";
import { installationOf } from "./world.ts";

/**
 * What can happen to a delivery on its way. `lose`: nobody gets it, and the log has it as failed; `vanish`: not
 * even the log has it; `twice`: it arrives a second time under the same GUID; `hold`: until it is released.
 * `payload`: it says something else than what happened.
 */
export type Disturbance = "lose" | "vanish" | "twice" | "hold" | { readonly payload: Delivery["payload"] };

export type Webhooks = {
  readonly deliveries: readonly Delivery[];
  /** Sends an event if the App is installed there and subscribed to it. */
  send(event: WebhookEvent): void;
  /** Sends an earlier delivery, named by its GUID or the id of an attempt, again under the same GUID (docs.github.com, "Redelivering webhooks"). */
  redeliver(name: string): Promise<Delivery>;
  /** Lets somebody decide what happens to deliveries; returns how to leave. */
  disturb(decide: (delivery: Readonly<Delivery>) => Disturbance | undefined): () => void;
  /** Sends what was held, one after another, the newest first when they are to change places. */
  release(options?: { reversed?: boolean }): Promise<void>;
  onDelivery(listener: (delivery: Delivery) => void): () => void;
  /** When nothing is under way any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

/** These reach every App without subscription (`@octokit/openapi-webhooks`, installation events). */
const unasked = new Set(["installation", "installation_repositories"]);

/** Delivery ids begin above what JavaScript's numbers can hold. */
const firstId = 9_100_000_000_000_000_000n;

/** The App's one webhook and its delivery log. Nothing is delivered while it has no address. */
export function createWebhooks(world: World): Webhooks {
  const { deliveries } = world;
  const underWay = new Set<Promise<unknown>>();
  const listeners = new Set<(delivery: Delivery) => void>();
  const disturbers = new Set<(delivery: Readonly<Delivery>) => Disturbance | undefined>();
  const held: Event[] = [];
  const closing = new AbortController();
  let nextId = firstId;

  function record(event: Event): Delivery {
    nextId += 1n;
    const url = world.app.webhookUrl ?? "";
    const whole = { ...event, ...describe(event.payload), ...unsent, id: String(nextId), url };
    const delivery = keepAsText(whole);
    deliveries.push(delivery);
    return delivery;
  }

  function start(event: Event, isLost = false): Promise<Delivery> {
    const delivery = record(event);
    if (isLost) Object.assign(delivery, { status: 0, durationMs: 0 });
    const sent = isLost ? Promise.resolve() : deliver(world.app, delivery, closing.signal);
    const sending = sent.then(() => {
      underWay.delete(sending);
      for (const listener of listeners) listener(delivery);
      return delivery;
    });
    underWay.add(sending);
    return sending;
  }

  function send(event: Event): Promise<Delivery> | undefined {
    const looked = { ...event, ...describe(event.payload), ...unsent, id: "", url: "" };
    const decided = [...disturbers].map((decide) => decide(looked)).find(Boolean);
    if (typeof decided === "object") return start({ ...event, payload: decided.payload });
    if (decided === "vanish") return undefined;
    if (decided === "hold") return void held.push(event);
    if (decided === "twice") void start(event);
    return start(event, decided === "lose");
  }

  return {
    deliveries,
    send({ name, ...rest }) {
      const subscribed = unasked.has(name) || world.app.events.includes(name);
      const payload = completePayload(world, { name, ...rest });
      if (!subscribed || !payload || world.app.webhookUrl === undefined) return;
      void send({ guid: randomUUID(), event: name, payload, redelivery: false });
    },
    async redeliver(name) {
      const earlier = deliveries.find(({ guid, id }) => guid === name || id === name);
      if (!earlier) throw new Error(`No delivery ${name}`);
      const { guid, event, payload } = earlier;
      return (await send({ guid, event, payload, redelivery: true })) ?? earlier;
    },
    disturb: (decide) => join(disturbers, decide),
    async release({ reversed = false } = {}) {
      const waiting = held.splice(0);
      for (const event of reversed ? waiting.toReversed() : waiting) await start(event);
    },
    onDelivery: (listener) => join(listeners, listener),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    async close() {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}

/** An event on its way, before it is an attempt in the log. */
type Event = Pick<Delivery, "guid" | "event" | "payload" | "redelivery">;

function join<Member>(members: Set<Member>, member: Member): () => void {
  members.add(member);
  return () => members.delete(member);
}

/** What every payload has beside its own fields; undefined when the App is not installed there. */
function completePayload(world: World, event: WebhookEvent): Record<string, unknown> | undefined {
  const installation = installationOf(world, event.owner);
  if (!installation) return undefined;
  if (event.repository && !isInstalledOn(installation, event.repository)) return undefined;
  const full = unasked.has(event.name);
  // An App that is suspended hears of nothing but itself (docs.github.com, "Suspending a GitHub App installation").
  if (installation.suspended && event.name !== "installation") return undefined;
  return {
    ...event.payload,
    ...(event.repository ? { repository: renderRepository(world, event.repository) } : {}),
    sender: renderUser(world, event.sender),
    installation: full
      ? renderInstallation(world, installation)
      : { id: installation.id, node_id: installation.nodeId },
  };
}

function describe(
  payload: Delivery["payload"],
): Pick<Delivery, "action" | "repository" | "repositoryId" | "installationId" | "deliveredAt"> {
  const repository = payload.repository as { full_name?: string; id?: number } | undefined;
  const installation = payload.installation as { id?: number } | undefined;
  return {
    action: typeof payload.action === "string" ? payload.action : undefined,
    repository: repository?.full_name,
    repositoryId: repository?.id ?? null,
    installationId: installation?.id ?? null,
    deliveredAt: new Date().toISOString(),
  };
}

const unsent = { status: undefined, durationMs: undefined, headers: {} };

/** Thousands of payloads as objects are most of what this process would hold; as text they are a fraction of it. */
function keepAsText({ payload, ...rest }: Delivery): Delivery {
  const body = JSON.stringify(payload);
  return {
    ...rest,
    get payload(): Delivery["payload"] {
      return JSON.parse(body);
    },
  };
}
