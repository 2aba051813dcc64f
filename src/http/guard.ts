import type { IncomingMessage, ServerResponse } from "node:http";
import { type EmitterWebhookEventName, emitterEventNames, type Webhooks } from "@octokit/webhooks";

/** GitHub never sends more: docs.github.com, "Webhook events and payloads", payload cap of 25 MB. */
export const maxBodyBytes = 25 * 1024 * 1024;

const knownEvents = new Set(emitterEventNames.map((name) => name.split(".", 1)[0] ?? name));

/** A delivery of GitHub's, signed by it. */
export type Delivery = {
  readonly id: string;
  readonly name: EmitterWebhookEventName;
  readonly payload: object;
};

/**
 * Stands in the place of Probot's webhook middleware, which would buffer, and log, whatever anybody sends.
 * Answers 413 over the cap (by header, then by count), 401 unless the signature fits the raw bytes, 415 for
 * another content type, 400 unless the delivery has an id and the JSON is an object, 200 for an event that is not
 * known; resolves with null when it answered, and with the delivery, verified and parsed once, when it did not.
 */
export function createGuard(
  webhooks: Pick<Webhooks, "verify">,
): (request: IncomingMessage, response: ServerResponse) => Promise<Delivery | null> {
  return async (request, response) => {
    const signature = request.headers["x-hub-signature-256"];
    if (Number(request.headers["content-length"] ?? 0) > maxBodyBytes)
      return refuse(response, 413, "payload too large");
    if (typeof signature !== "string") return refuse(response, 401, "signature missing");
    const body = await readBody(request);
    if (body === "too large") return refuse(response, 413, "payload too large");
    if (body === "cut off") return refuse(response, 400, "body cut off");
    if (!(await verifies(webhooks, body.text, signature)))
      return refuse(response, 401, "signature does not match");
    if (!/^\s*application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? ""))
      return refuse(response, 415, "not application/json");
    const id = String(request.headers["x-github-delivery"]);
    if (!/^[\w-]{1,64}$/.test(id)) return refuse(response, 400, "delivery missing");
    const payload = parseObject(body.text);
    if (!payload) return refuse(response, 400, "body is not a JSON object");
    // The emitter looks names up in a plain object: `__proto__` would make it fail.
    const name = String(request.headers["x-github-event"]);
    return isKnown(name) ? { id, name, payload } : answer(response, 200, "event not known");
  };
}

async function readBody(
  request: IncomingMessage,
): Promise<{ readonly text: string } | "too large" | "cut off"> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > maxBodyBytes) return "too large";
      chunks.push(chunk);
    }
  } catch {
    return "cut off";
  }
  return { text: Buffer.concat(chunks).toString("utf8") };
}

async function verifies(
  webhooks: Pick<Webhooks, "verify">,
  body: string,
  signature: string,
): Promise<boolean> {
  try {
    return await webhooks.verify(body, signature);
  } catch {
    // An empty body or an ill-formed header: not an error of ours.
    return false;
  }
}

function isKnown(name: string): name is EmitterWebhookEventName {
  return knownEvents.has(name);
}

function parseObject(body: string): object | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The connection is closed, since the rest of the body may still be on its way. */
function refuse(response: ServerResponse, status: number, error: string): null {
  response.setHeader("connection", "close");
  return answer(response, status, error);
}

function answer(response: ServerResponse, status: number, message: string): null {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ message }));
  return null;
}
