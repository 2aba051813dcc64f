import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { z } from "zod";

const Body = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({ schema: z.unknown() }).optional() })
    .optional(),
});

export type Received = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: z.infer<typeof Body>;
};
export type Reply = (response: ServerResponse) => void;

/** A server that answers one reply after the other, and refuses a request for which none was scripted. */
export async function startHost(context: TestContext, replies: Reply[]) {
  const received: Received[] = [];
  const left = [...replies];
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      received.push({
        path: request.url ?? "",
        authorization: request.headers.authorization,
        body: Body.parse(JSON.parse(text)),
      });
      const reply = left.shift() ?? status(404, "nothing was scripted for this request");
      reply(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/v1`, received, left: () => left.length };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** What a model says. */
export function says(content: string | null, rest: { finish?: string; usage?: object | null } = {}): Reply {
  const usage = rest.usage === undefined ? { prompt_tokens: 100, completion_tokens: 10 } : rest.usage;
  return (response) => {
    response.setHeader("content-type", "application/json");
    const choice = {
      index: 0,
      message: { role: "assistant", content },
      finish_reason: rest.finish ?? "stop",
    };
    response.end(JSON.stringify({ id: "x", object: "chat.completion", choices: [choice], usage }));
  };
}

export function status(
  code: number,
  message: string,
  headers: Record<string, string> = {},
  errorCode = "",
): Reply {
  return (response) => {
    response.writeHead(code, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message, code: errorCode || null, type: "x" } }));
  };
}

/** The connection breaks before an answer. */
export const reset: Reply = (response) => response.socket?.destroy();

/** Headers, half a body, and then nothing more. */
export const stall: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"choices":[');
};

/** Never an answer. */
export const hang: Reply = () => {};
