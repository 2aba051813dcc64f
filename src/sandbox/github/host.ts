import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLSchema } from "graphql";
import type { Exchanges } from "../exchanges.ts";
import { jsonAnswer, readRequestBody, sendAnswer } from "../http-answer.ts";
import { isMisdirected } from "../own-requests.ts";
import { prepareRequest } from "./api.ts";
import { answerGit } from "./git-http/answer-git.ts";
import { answerPage } from "./pages/all.ts";
import { createRequestLog, type RequestLog } from "./request-log.ts";
import type { World } from "./state.ts";

export type Host = { url: string; log: RequestLog; close(): Promise<void> };

/** What else is served beside the API; true when it answered. */
export type ExtraHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

/** Serves the API on loopback only: its people have no passwords. */
export async function startHost(
  world: World,
  schema: GraphQLSchema,
  port: number,
  exchanges: Exchanges,
  extra: ExtraHandler,
): Promise<Host> {
  const log = createRequestLog();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => sayThatItFailed(error, response));
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(request.url ?? "/", "http://127.0.0.1");
    if (!url) return await sendAnswer(response, jsonAnswer(400, { message: "The address cannot be read" }));
    if (isMisdirected(request)) {
      const message = "The sandbox is 127.0.0.1 or localhost, and answers under no other name";
      return await sendAnswer(response, jsonAnswer(421, { message }));
    }
    if (isApi(url)) return await answerApi({ world, schema, log, exchanges }, request, response, url);
    if (await answerGit({ world, log }, request, response, url)) return;
    if (await answerPage(world, request, response, url)) return;
    if (await extra(request, response, url)) return;
    // Written down like an operation of the API that is not known, so that a test can see it.
    log.begin(request.method ?? "", url.pathname).status = 501;
    await sendAnswer(response, jsonAnswer(501, { message: `The sandbox has no page ${url.pathname}` }));
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.url = url;
  return { url, log, close: () => close(server) };
}

/** A connection that breaks while we answer is the caller's business; our own mistake has an answer that says so. */
async function sayThatItFailed(error: unknown, response: ServerResponse): Promise<void> {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const message = `The sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
  await sendAnswer(response, jsonAnswer(500, { message }));
}

function isApi(url: URL): boolean {
  return url.pathname === "/api/graphql" || url.pathname.startsWith("/api/v3/");
}

async function answerApi(
  host: { world: World; schema: GraphQLSchema; log: RequestLog; exchanges: Exchanges },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const entry = host.log.begin(request.method ?? "", url.pathname);
  const body = await readRequestBody(request);
  const prepared = prepareRequest(host.world, host.schema, entry, { request, url, body });
  const instead = await host.log.reach(entry, "before");
  const acted = instead ?? (await prepared.act());
  const answer = (instead ? undefined : await host.log.reach(entry, "acted")) ?? acted;
  const whole = answer === "drop" ? acted : answer;
  if (whole !== "drop") {
    const { method = "", headers: requestHeaders } = request;
    const path = url.pathname + url.search;
    host.exchanges.tell({ service: "github", method, path, requestHeaders, requestBody: body }, whole);
  }
  if (answer === "drop") return drop(entry, response);
  entry.status = answer.status;
  await sendAnswer(response, answer);
  await host.log.reach(entry, "answered");
}

function drop(entry: { status: number | undefined }, response: ServerResponse): void {
  entry.status = 0;
  response.socket?.destroy();
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
