import { createHmac, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

/** A delivery's body with its signature, made before the clock runs. */
export type Signed = { readonly body: Buffer; readonly signature: string };

export type Load = { readonly perSecond: number; readonly p50: number; readonly p99: number };

/** Signs a body as GitHub does (docs.github.com, "Validating webhook deliveries"). */
export function sign(payload: unknown, secret: string): Signed {
  const body = Buffer.from(JSON.stringify(payload));
  return { body, signature: `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };
}

/** Delivers what `next` gives over so many connections for so long; every answer must be a 2xx. Times in milliseconds. */
export async function deliver(
  url: string,
  next: () => Signed,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const startedAt = performance.now();
  const connection = async () => {
    while (performance.now() - startedAt < ms) {
      const sentAt = performance.now();
      const status = await post(agent, url, next());
      if (status < 200 || status > 299) throw new Error(`A delivery was answered with ${status}`);
      times.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function post(agent: Agent, url: string, { body, signature }: Signed): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/github/webhooks`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "content-length": body.length,
          "user-agent": "GitHub-Hookshot/bench",
          "x-github-event": "issue_comment",
          "x-github-delivery": randomUUID(),
          "x-hub-signature-256": signature,
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}
