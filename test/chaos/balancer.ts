import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { choose, type Random } from "./random.ts";

/** What was done to deliveries on their way. */
export type Mishaps = { delivered: number; lost: number; doubled: number; held: number };

type Delivery = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/**
 * Stands between GitHub and the processes, and is a bad one: some deliveries are lost, some arrive twice, some
 * after the one that came later. Each goes to any of the processes; one that is dead loses it.
 */
export async function startBalancer(random: Random, targets: () => readonly string[]) {
  const mishaps: Mishaps = { delivered: 0, lost: 0, doubled: 0, held: 0 };
  let held: (() => void) | undefined;

  async function forward({ headers, body }: Delivery): Promise<number> {
    const { host: _, connection: __, "content-length": ___, "transfer-encoding": ____, ...kept } = headers;
    try {
      const url = `${choose(random, targets())}/api/github/webhooks`;
      const response = await fetch(url, {
        method: "POST",
        headers: kept as Record<string, string>,
        body: new Uint8Array(body),
      });
      await response.arrayBuffer();
      mishaps.delivered += 1;
      return response.status;
    } catch {
      return 502;
    }
  }

  async function pass(delivery: Delivery): Promise<number> {
    const fate = random();
    if (fate < 0.06) {
      mishaps.lost += 1;
      return 502;
    }
    if (fate < 0.14) {
      mishaps.doubled += 1;
      const [status] = await Promise.all([forward(delivery), forward(delivery)]);
      return status;
    }
    if (fate < 0.2 && !held) {
      mishaps.held += 1;
      const later = Promise.withResolvers<void>();
      held = later.resolve;
      await Promise.race([later.promise, new Promise((resolve) => setTimeout(resolve, 3_000))]);
      held = undefined;
      return await forward(delivery);
    }
    const status = await forward(delivery);
    held?.();
    return status;
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      response.writeHead(await pass({ headers: request.headers, body })).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    mishaps,
    /** From now on everything is passed on as it comes. */
    behave() {
      held?.();
      random = () => 0.99;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
