import type { IncomingMessage, ServerResponse } from "node:http";
import { sendAnswer } from "../../http-answer.ts";
import { ApiError } from "../errors.ts";
import { canSee, requirePermission } from "../permissions.ts";
import { branchMoved } from "../refs.ts";
import type { RequestLog } from "../request-log.ts";
import type { Repository, World } from "../state.ts";
import { type Actor, identify } from "../tokens.ts";
import { findRepository, movedRepository, userFor } from "../world.ts";
import { runBackend } from "./run-backend.ts";

/** `/owner/name.git/…`, and the same without `.git`. */
const gitPath = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

type Wanted = { repository: Repository; actor: Actor; isPush: boolean; rest: string };

/** Serves clones and pushes with git itself (`git http-backend`); true when the request was one of git's. */
export async function answerGit(
  { world, log }: { world: World; log: RequestLog },
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const [, owner = "", name = "", rest] = gitPath.exec(url.pathname) ?? [];
  if (rest === undefined) return false;
  const entry = log.begin(request.method ?? "", url.pathname);
  const service = rest === "info/refs" ? url.searchParams.get("service") : rest;
  const isPush = service === "git-receive-pack";
  entry.operation = isPush ? "git/receive-pack" : "git/upload-pack";
  response.once("finish", () => {
    entry.status = response.statusCode;
  });
  const moved = movedRepository(world, { kind: "anonymous" }, owner, name);
  if (moved) {
    const location = `${world.url}/${moved.owner.login}/${moved.name}.git/${rest}${url.search}`;
    await refuse(response, 301, "Moved Permanently", { location });
    return true;
  }
  const wanted = admit(world, request, { owner, name, isPush, rest });
  if (!("repository" in wanted)) {
    await refuse(response, wanted.status, wanted.message, wanted.headers);
    return true;
  }
  entry.actor = wanted.actor.kind === "person" ? wanted.actor.user.login : wanted.actor.kind;
  await serve(world, wanted, request, response, url);
  return true;
}

/** What a push moved is told before the last byte of the answer, so that whoever pushed finds it done. */
async function serve(
  world: World,
  { repository, actor, isPush, rest }: Wanted,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const isReceiving = isPush && rest === "git-receive-pack";
  const pushed = await runBackend(request, response, {
    directory: repository.git.directory,
    path: `/${rest}`,
    query: url.search.slice(1),
    user: actor.kind === "anonymous" ? undefined : userFor(world, actor).login,
    push: isReceiving
      ? {
          protectedBranches: repository.protectedBranches,
          name: `${repository.owner.login}/${repository.name}`,
        }
      : undefined,
  });
  for (const move of pushed) await branchMoved(world, repository, userFor(world, actor), move);
  response.end();
}

type Refusal = { status: number; message: string; headers?: Record<string, string> };

/** git asks without credentials first; what cannot be seen then is asked for again with a password. */
function admit(
  world: World,
  request: IncomingMessage,
  { owner, name, isPush, rest }: { owner: string; name: string; isPush: boolean; rest: string },
): Wanted | Refusal {
  const challenge = { "www-authenticate": 'Basic realm="GitHub"' };
  try {
    const actor = identify(world, readPassword(request.headers.authorization));
    const repository = findRepository(world, owner, name);
    const isVisible = repository && canSee(actor, repository);
    if (actor.kind === "anonymous" && (isPush || !isVisible)) {
      return { status: 401, message: "Authentication required.", headers: challenge };
    }
    if (!isVisible || actor.kind === "app") return { status: 404, message: "Repository not found." };
    requirePermission(actor, repository, isPush ? "git/receive-pack" : "git/upload-pack");
    return { repository, actor, isPush, rest };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401) {
      return { status: 401, message: "Invalid username or token.", headers: challenge };
    }
    return { status: error.status, message: describe(error, `${owner}/${name}.git`) };
  }
}

/** git's words for a push are not the API's (public threads, "Permission to … denied to …"). */
function describe(error: ApiError, name: string): string {
  if (error.message.includes("archived")) return "This repository was archived so it is read-only.";
  return error.status === 403 ? `Permission to ${name} denied. ${error.message}` : error.message;
}

/** A token is the password; whose name stands before it does not matter (docs.github.com, "Authenticating as a GitHub App installation"). */
function readPassword(authorization: string | undefined): string | undefined {
  const [, encoded] = /^basic\s+(\S+)$/i.exec(authorization ?? "") ?? [];
  if (encoded === undefined) return authorization;
  return `Bearer ${Buffer.from(encoded, "base64").toString().split(":").slice(1).join(":")}`;
}

async function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const type = { "content-type": "text/plain; charset=utf-8" };
  await sendAnswer(response, {
    status,
    headers: { ...type, ...headers, connection: "close" },
    body: Buffer.from(`${message}\n`),
  });
}
