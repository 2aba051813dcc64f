import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { GraphQLSchema } from "graphql";
import { type Answer, jsonAnswer } from "../http-answer.ts";
import { ApiError, notFound, UnknownOperationError, unauthorized } from "./errors.ts";
import { readGraphqlRequest } from "./graphql/execute.ts";
import { answerLimit } from "./limits.ts";
import type { Call, RestAnswer, RestRequest } from "./operation.ts";
import { restOperations } from "./operations/all.ts";
import { acceptedPermissions, requirePermission } from "./permissions.ts";
import type { LoggedRequest } from "./request-log.ts";
import { findRestOperation, type Match } from "./router.ts";
import type { World } from "./state.ts";
import { type Actor, identify } from "./tokens.ts";
import { movedRepository, visibleRepository } from "./world.ts";

/** A request that is understood but has not acted yet. Its entry in the log is filled in. */
export type PreparedRequest = { act(): Promise<Answer> };

const documentation = "https://docs.github.com/rest";

/** Understands a request to `/api/v3/…` or `/api/graphql`, so that somebody may stand before it acts. */
export function prepareRequest(
  world: World,
  schema: GraphQLSchema,
  entry: LoggedRequest,
  incoming: { request: IncomingMessage; url: URL; body: Buffer },
): PreparedRequest {
  const { request, url, body } = incoming;
  const whoAsks = () => identify(world, request.headers.authorization);
  entry.actor = nameActor(whoAsks);
  const json = parseJson(body);
  if (url.pathname === "/api/graphql") {
    const graphql = readGraphqlRequest(json);
    const { operation = entry.operation, fields = [], called = [] } = graphql ?? {};
    Object.assign(entry, { operation, fields, called });
    return {
      act: guarded(world, entry, async () => {
        const actor = whoAsks();
        if (actor.kind === "anonymous" || actor.kind === "app")
          throw unauthorized("This endpoint requires you to be authenticated.");
        if (!graphql)
          throw new ApiError({ status: 400, type: "BAD_REQUEST", message: "Problems parsing JSON" });
        const answer = await graphql.run(schema, { world, actor });
        return jsonAnswer(answer.status, answer.body, commonHeaders(world));
      }),
    };
  }
  const match = findRestOperation(
    restOperations,
    request.method ?? "",
    nameById(world, url.pathname.replace(/^\/api\/v3/, "")),
  );
  if (match) Object.assign(entry, { operation: match.operation.id, called: [match.operation.id] });
  return {
    act: guarded(world, entry, async () => {
      if (!match)
        throw new UnknownOperationError(`The sandbox does not know ${request.method} ${url.pathname}`);
      const rest = {
        parameters: match.parameters,
        query: url.searchParams,
        body: json,
        headers: request.headers,
      };
      const actor = whoAsks();
      return toAnswer(
        world,
        redirect(world, actor, match, url) ?? (await actRest({ world, actor }, match, rest)),
      );
    }),
  };
}

/** `/repositories/{id}/…` is the same as `/repos/{owner}/{name}/…`; redirects lead there. */
function nameById(world: World, path: string): string {
  const [, id, rest = ""] = /^\/repositories\/(\d+)(\/.*)?$/.exec(path) ?? [];
  const repository = world.repositories.find((one) => String(one.id) === id);
  return repository ? `/repos/${repository.owner.login}/${repository.name}${rest}` : path;
}

/** GET 301 and everything else 307 for an earlier name, with the same words (`@octokit/fixtures`, "rename-repository"). */
function redirect(
  world: World,
  actor: Actor,
  { operation, parameters }: Match,
  url: URL,
): RestAnswer | undefined {
  if (operation.scope !== "repository") return undefined;
  const repository = movedRepository(world, actor, parameters.owner ?? "", parameters.repo ?? "");
  if (!repository) return undefined;
  const rest = url.pathname
    .split("/")
    .slice(6)
    .map((part) => `/${part}`)
    .join("");
  const location = `${world.url}/api/v3/repositories/${repository.id}${rest}${url.search}`;
  const isGet = operation.method === "GET";
  const body = { message: "Moved Permanently", url: location, documentation_url: documentation };
  return { status: isGet ? 301 : 307, headers: { location }, body };
}

async function actRest(call: Call, match: Match, request: RestRequest): Promise<RestAnswer> {
  const { operation, parameters } = match;
  if (operation.scope !== "repository") {
    if (operation.scope === "app" && call.actor.kind !== "app") {
      throw unauthorized("A JSON web token could not be decoded");
    }
    return await operation.act(call, request);
  }
  // A JWT is good for the App's own operations only (docs.github.com, "Authenticating as a GitHub App").
  if (call.actor.kind === "app") throw notFound();
  const repository = visibleRepository(call.world, call.actor, parameters.owner ?? "", parameters.repo ?? "");
  requirePermission(call.actor, repository, operation.id);
  return await operation.act(call, repository, request);
}

/** Nothing leaves here as an exception: refusals, what is unknown, and our own mistakes each have an answer. */
function guarded(world: World, entry: LoggedRequest, act: () => Promise<Answer>): () => Promise<Answer> {
  return async () => {
    world.requestsUsed += 1;
    const limited = answerLimit(world.limiters, entry);
    if (limited) return limited;
    try {
      return await act();
    } catch (error) {
      if (error instanceof ApiError) return refuse(world, entry, error);
      const status = error instanceof UnknownOperationError ? 501 : 500;
      const message = error instanceof Error ? error.message : String(error);
      return jsonAnswer(status, { message, documentation_url: documentation, status: String(status) });
    }
  };
}

function refuse(world: World, entry: LoggedRequest, error: ApiError): Answer {
  const body = {
    message: error.restMessage,
    ...(error.errors ? { errors: error.errors } : {}),
    documentation_url: documentation,
    status: String(error.status),
  };
  const accepted =
    error.status === 403 ? { "x-accepted-github-permissions": acceptedPermissions(entry.operation) } : {};
  return jsonAnswer(error.status, body, { ...commonHeaders(world), ...accepted });
}

function toAnswer(world: World, answer: RestAnswer): Answer {
  const headers = { ...commonHeaders(world), ...answer.headers };
  if (Buffer.isBuffer(answer.body)) return { status: answer.status, headers, body: answer.body };
  if (answer.body === undefined) return { status: answer.status, headers, body: Buffer.alloc(0) };
  return jsonAnswer(answer.status, answer.body, headers);
}

function commonHeaders(world: World): Record<string, string> {
  return {
    "x-github-request-id": randomUUID(),
    "x-github-media-type": "github.v3; format=json",
    "x-github-enterprise-version": "3.18.0",
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": String(5000 - world.requestsUsed),
    "x-ratelimit-used": String(world.requestsUsed),
    "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 3600),
  };
}

function nameActor(whoAsks: () => Actor): string {
  try {
    const actor = whoAsks();
    return actor.kind === "person" ? actor.user.login : actor.kind;
  } catch {
    return "anonymous";
  }
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
