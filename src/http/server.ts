import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type EmitterWebhookEvent, Webhooks } from "@octokit/webhooks";
import type { Hono } from "hono";
import { z } from "zod";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";
import { createGuard, type Delivery } from "./guard.ts";

/** The path that GitHub delivers to; `app.yml` names it in `hook_attributes`. */
const webhookPath = "/api/github/webhooks";

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Hono's routes, unknown paths with 404. */
export function createRoutesHandler(routes: Hono): Handler {
  const listener = getRequestListener(routes.fetch);
  return async (request, response) => {
    await listener(request, response);
  };
}

/**
 * Our own server: the guard before the webhooks, routes for everything else. Probot's server and its middleware
 * are not used: the one reads and logs a body of any size before it looks at the signature, the other verifies
 * and parses once more what the guard has, and answers 202 after nine seconds to what may yet fail. Nor is its
 * emitter, which makes a GitHub client for every delivery: no trigger calls GitHub.
 */
export function createServer(options: {
  readonly app: (app: Pick<Webhooks, "on">) => void;
  readonly routes: Handler;
  readonly webhookSecret: string;
  readonly log: Log;
}): Server {
  const { app, routes, webhookSecret } = options;
  const webhooks = new Webhooks({ secret: webhookSecret });
  app(webhooks);
  const guard = createGuard(webhooks);
  const answer: Handler = async (request, response) => {
    if (request.method !== "POST" || pathOf(request) !== webhookPath) return await routes(request, response);
    const delivery = await guard(request, response);
    if (delivery) await answerDelivery(webhooks, delivery, response);
  };
  const server = createHttpServer((request, response) => {
    answer(request, response).catch((thrown) => {
      options.log.error({ err: toError(thrown) }, "Could not answer a request");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // A body that trickles in must not hold a connection for Node's default of five minutes.
  server.requestTimeout = 30_000;
  return server;
}

/** 200 when every trigger has done its part, which is when what concerns us is taken in; else what the trigger says, for GitHub to keep the delivery. */
async function answerDelivery(
  webhooks: Webhooks,
  delivery: Delivery,
  response: ServerResponse,
): Promise<void> {
  let status = 200;
  try {
    // The guard has checked the name and that it is an object; each trigger parses what it uses.
    await webhooks.receive(delivery as EmitterWebhookEvent);
  } catch (thrown) {
    status = Failure.safeParse(thrown).data?.errors[0]?.status ?? 500;
  }
  const body = status === 200 ? "ok\n" : "not taken in\n";
  // With its length it leaves in one write, not in chunks.
  response.writeHead(status, { "content-type": "text/plain", "content-length": body.length }).end(body);
}

/** How the emitter says what its handlers threw (`@octokit/webhooks` 14, `AggregateError`). */
const Failure = z.object({ errors: z.array(z.object({ status: z.int().min(400).max(599).optional() })) });

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0]?.replace(/\/+$/, "") || "/";
}
