import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createSetUpRoutes, type SetUpWorld } from "./routes.ts";

/** Set-up while it waits for a person. */
export type SettingUp = {
  readonly port: number;
  /** The address to open, with the one-time token. */
  readonly address: string;
  /** When the credentials are kept, the last answer is sent and the port is free again. */
  readonly done: Promise<void>;
  /** Ends it without; an exchange that is under way may finish. */
  stop(): Promise<void>;
};

type Options = Omit<SetUpWorld, "onDone" | "publicUrl"> & {
  readonly port: number;
  readonly host: string;
  /** Null: the address that it listens at. */
  readonly publicUrl: string | null;
};

/** Serves set-up alone, until it is done. */
export async function startSetUp(options: Options): Promise<SettingUp> {
  const { promise: registered, resolve: onDone } = Promise.withResolvers<void>();
  let publicUrl = options.publicUrl ?? "";
  const routes = createSetUpRoutes({ ...options, publicUrl: () => publicUrl, onDone });
  const listener = getRequestListener(routes.fetch);
  const server = createServer((request, response) => {
    // Nothing is kept alive: the port is to be free at once when this is over.
    response.setHeader("connection", "close");
    void listener(request, response);
  });
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  publicUrl = options.publicUrl ?? `http://${nameHost(options.host)}:${port}`;
  return {
    port,
    address: `${publicUrl}/setup?token=${options.token}`,
    done: registered.then(() => close(server)),
    stop: () => close(server),
  };
}

/** A name that a browser on this machine can open. */
function nameHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** Waits for answers under way; somebody who never ends a request is cut off. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), 12_000);
  await closed;
  clearTimeout(cut);
}
