import type { Delivery } from "../delivery.ts";
import { notFound } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { pageSize } from "./paginate.ts";

/** The App's delivery log, and sending from it again. */
export const appHooks: Operation = {
  rest: [
    {
      scope: "app",
      id: "apps/list-webhook-deliveries",
      method: "GET",
      path: "/app/hook/deliveries",
      act: ({ world }, { query }) => {
        // What is under way is in no log yet; the newest stands first.
        const ended = world.deliveries.filter(({ status }) => status !== undefined).toReversed();
        const cursor = query.get("cursor");
        const start = cursor === null ? 0 : ended.findIndex(({ id }) => `v1_${id}` === cursor);
        const size = pageSize(query);
        const next = start < 0 ? undefined : ended[start + size];
        const url = `${world.url}/api/v3/app/hook/deliveries?per_page=${size}`;
        return {
          status: 200,
          headers: {
            "content-type": "application/json; charset=utf-8",
            ...(next ? { link: `<${url}&cursor=v1_${next.id}>; rel="next"` } : {}),
          },
          body: writeJson(start < 0 ? [] : ended.slice(start, start + size).map(render)),
        };
      },
    },
    {
      scope: "app",
      id: "apps/get-webhook-delivery",
      method: "GET",
      path: "/app/hook/deliveries/:delivery_id",
      act: ({ world }, { parameters }) => {
        const delivery = world.deliveries.find(({ id }) => id === parameters.delivery_id);
        if (!delivery || delivery.status === undefined) throw notFound();
        // The headers of the answer and its body are not kept here.
        const details = {
          ...render(delivery),
          request: { headers: delivery.headers, payload: delivery.payload },
          response: { headers: null, payload: null },
        };
        const headers = { "content-type": "application/json; charset=utf-8" };
        return { status: 200, headers, body: writeJson(details) };
      },
    },
    {
      scope: "app",
      id: "apps/redeliver-webhook-delivery",
      method: "POST",
      path: "/app/hook/deliveries/:delivery_id/attempts",
      act: ({ world }, { parameters }) => {
        const { delivery_id: id = "" } = parameters;
        if (!world.deliveries.some((one) => one.id === id)) throw notFound();
        world.redeliver(id);
        return { status: 202, body: {} };
      },
    },
  ],
};

function render(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: (delivery.durationMs ?? 0) / 1000,
    ...describeStatus(delivery.status ?? 0),
    event: delivery.event,
    action: delivery.action ?? null,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
    url: delivery.url,
  };
}

/** Nobody there is shown as a gateway's own failure (the example of GitHub's OpenAPI document: "failed to connect", 502). */
function describeStatus(status: number): { status: string; status_code: number } {
  if (status === 0) return { status: "failed to connect to host", status_code: 502 };
  const isTaken = status >= 200 && status < 300;
  return { status: isTaken ? "OK" : `Invalid HTTP Response: ${status}`, status_code: status };
}

/** Ids go out as the whole numbers that they are on GitHub, which JSON.stringify cannot write. */
function writeJson(shown: unknown): Buffer {
  return Buffer.from(JSON.stringify(shown).replaceAll(/"id":"(9\d{18})"/g, '"id":$1'));
}
