import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import type { Delivery } from "../../../src/sandbox/github/delivery.ts";
import type { CreatedRepository, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";

/** A repository on a sandbox that is played on. */
export type Stage = { readonly sandbox: Sandbox; readonly blog: CreatedRepository };

/** Everything that passed between a sandbox and those who used it. */
export type Recording = {
  readonly exchanges: readonly Exchange[];
  readonly deliveries: readonly Readonly<Delivery>[];
  /** The operations as the sandbox's own log names them. */
  readonly operations: readonly string[];
};

/** Plays on a sandbox of its own, whose webhooks go to an address that takes them. */
export async function record(play: (stage: Stage) => Promise<void>): Promise<Recording> {
  const sandbox = await startSandbox();
  const exchanges: Exchange[] = [];
  sandbox.watch((exchange) => exchanges.push(exchange));
  const taker = createServer((request, response) => request.resume().once("end", () => response.end()));
  await new Promise<void>((resolve) => taker.listen(0, "127.0.0.1", resolve));
  try {
    sandbox.setWebhookUrl(`http://127.0.0.1:${(taker.address() as AddressInfo).port}/`);
    await play({ sandbox, blog: await createBlog(sandbox) });
    await sandbox.deliveriesSettled();
    const operations = sandbox.requests().map(({ operation }) => operation);
    return { exchanges, deliveries: sandbox.deliveries(), operations };
  } finally {
    await sandbox.close();
    taker.closeAllConnections();
    taker.close();
  }
}

function createBlog(sandbox: Sandbox): Promise<CreatedRepository> {
  return sandbox.createRepository({
    owner: "acme",
    name: "blog",
    collaborators: { editor: "write", sorter: "triage" },
    files: [
      { path: "notes/a talk.md", text: "Maya: hello\n" },
      { path: "notes/über.md", text: "Maya: hallo\n" },
      { path: "notes/link.md", text: "a talk.md", mode: "120000" },
      { path: "notes/broken.md", text: "nowhere.md", mode: "120000" },
      { path: "logo.png", base64: Buffer.from([0, 1, 2, 255]).toString("base64") },
    ],
  });
}
