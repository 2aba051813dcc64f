import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { spawnGit } from "../git/run-git.ts";
import { installHooks } from "./hooks.ts";

/** A ref that a push made, moved or deleted. */
export type Move = { ref: string; before: string | undefined; after: string | undefined };

type Wanted = {
  directory: string;
  /** What follows the repository in the address, for instance `/info/refs`. */
  path: string;
  query: string;
  /** Who was let in; nobody pushes without. */
  user: string | undefined;
  push: { protectedBranches: readonly string[]; name: string } | undefined;
};

const noObject = "0".repeat(40);

/** Hands a request to `git http-backend`, its answer to the caller, and returns the refs that were moved. Ending the answer is left to who asked. */
export async function runBackend(
  request: IncomingMessage,
  response: ServerResponse,
  wanted: Wanted,
): Promise<Move[]> {
  const hooks = wanted.push && (await installHooks(wanted.directory));
  const record = join(wanted.directory, "sandbox", `push-${randomUUID()}`);
  const settings = ["-c", "receive.fsckObjects=true", ...(hooks ? ["-c", `core.hooksPath=${hooks}`] : [])];
  const child = spawnGit(wanted.directory, [...settings, "http-backend"], {
    ...describeRequest(request, wanted),
    SANDBOX_PUSHED: record,
    SANDBOX_NAME: wanted.push?.name ?? "",
    SANDBOX_PROTECTED: wanted.push?.protectedBranches.join("\n") ?? "",
  });
  // git may end before it has read everything, and the caller may leave before git has ended.
  child.stdin.on("error", () => {});
  request.on("error", () => child.stdin.destroy());
  request.pipe(child.stdin);
  await passOn(child.stdout, response);
  if (!wanted.push) return [];
  const moves = await readMoves(record);
  await rm(record, { force: true });
  return moves;
}

/** The variables of a CGI program (RFC 3875), and git's own two. */
function describeRequest(request: IncomingMessage, wanted: Wanted): NodeJS.ProcessEnv {
  const { headers } = request;
  const encoding = headers["content-encoding"];
  const protocol = headers["git-protocol"];
  return {
    GIT_PROJECT_ROOT: wanted.directory,
    GIT_HTTP_EXPORT_ALL: "1",
    PATH_INFO: wanted.path,
    QUERY_STRING: wanted.query,
    REQUEST_METHOD: request.method ?? "GET",
    CONTENT_TYPE: headers["content-type"] ?? "",
    ...(headers["content-length"] === undefined ? {} : { CONTENT_LENGTH: headers["content-length"] }),
    ...(encoding === undefined ? {} : { HTTP_CONTENT_ENCODING: encoding }),
    ...(protocol === undefined ? {} : { GIT_PROTOCOL: String(protocol) }),
    ...(wanted.user === undefined ? {} : { REMOTE_USER: wanted.user }),
  };
}

/** The headers of a CGI answer end with an empty line; what follows is passed on as it comes. */
async function passOn(output: NodeJS.ReadableStream, response: ServerResponse): Promise<void> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of output) {
    if (head === undefined) {
      response.write(chunk);
      continue;
    }
    head = Buffer.concat([head, Buffer.from(chunk)]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) continue;
    writeHead(response, head.subarray(0, end).toString());
    if (head.length > end + 4) response.write(head.subarray(end + 4));
    head = undefined;
  }
  if (head !== undefined) response.writeHead(500);
}

function writeHead(response: ServerResponse, text: string): void {
  const lines = text.split("\r\n").map((line) => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  const status = lines.find(([name]) => name === "status")?.[1] ?? "200";
  response.writeHead(
    Number.parseInt(status, 10),
    Object.fromEntries(lines.filter(([name]) => name !== "status")),
  );
}

/** What the hook wrote down: one line for each ref that git really moved. */
async function readMoves(record: string): Promise<Move[]> {
  const text = await readFile(record, "utf8").catch(() => "");
  const lines = text.split("\n").filter(Boolean);
  const known = (oid: string | undefined) => (oid === noObject ? undefined : oid);
  return lines.map((line) => {
    const [before, after, ref = ""] = line.split(" ");
    return { ref, before: known(before), after: known(after) };
  });
}
