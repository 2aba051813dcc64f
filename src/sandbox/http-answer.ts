import type { IncomingMessage, ServerResponse } from "node:http";

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** createCommitOnBranch takes about 40 MB (public thread grafana/github-api-commit-action#66); base64 adds a third. */
const maxBodyBytes = 60_000_000;

/** The whole body of a request; throws when it is larger than anything that GitHub would take. */
export async function readRequestBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBodyBytes) throw new Error("The request is too large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function jsonAnswer(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const type = { "content-type": "application/json; charset=utf-8" };
  return { status, headers: { ...type, ...headers }, body: Buffer.from(JSON.stringify(body)) };
}

/** Sends an answer and returns when the last byte was handed to the system, or the connection is gone. */
export function sendAnswer(response: ServerResponse, answer: Answer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  response.once("close", resolve);
  response.once("finish", resolve);
  response.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length });
  response.end(answer.body);
  return promise;
}
