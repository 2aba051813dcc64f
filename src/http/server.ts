import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { type ApplicationFunction, createNodeMiddleware, type Probot } from "probot";
import { toError } from "../errors.ts";
import type { Log } from "../ports/log.ts";
import { createGuard } from "./guard.ts";

/** The path that GitHub delivers to; `app.yml` names it in `hook_attributes`. */
const webhookPath = "/api/github/webhooks";

/** Answers a request and says so, or leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Hono's routes answer everything but the webhook path, unknown paths with 404. */
export function createRoutesHandler(routes: Hono): Handler {
  const listener = getRequestListener(routes.fetch);
  return async (request, response) => {
    if (pathOf(request) === webhookPath) return false;
    await listener(request, response);
    return true;
  };
}

/**
 * Our own server in the order guard, routes, Probot's middleware. Probot's own server is not used: it
 * reads and logs a body of any size before it looks at the signature.
 */
export async function createServer(options: {
  readonly probot: Probot;
  readonly app: ApplicationFunction;
  readonly webhookSecret: string;
  readonly log: Log;
}): Promise<Server> {
  const guard = createGuard(options.webhookSecret);
  const middleware = await createNodeMiddleware(options.app, {
    probot: options.probot,
    webhooksPath: webhookPath,
  });
  const answer: Handler = async (request, response) => {
    if (request.method === "POST" && pathOf(request) === webhookPath && !(await guard(request, response)))
      return true;
    return (await middleware(request, response)) === true;
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

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0]?.replace(/\/+$/, "") || "/";
}
