import type { IncomingMessage } from "node:http";

type Named = Pick<IncomingMessage, "headers">;

/** What this machine calls itself: the sandbox listens on loopback alone. */
const ownNames = ["127.0.0.1", "localhost"];

/**
 * Whether a request names another host than this machine. A page elsewhere whose name leads here (DNS rebinding)
 * could otherwise read everything: nobody has a password, and the notes may be somebody's own.
 */
export function isMisdirected({ headers }: Named): boolean {
  return !ownNames.includes(URL.parse(`http://${headers.host}`)?.hostname ?? "");
}

/** Whether a page of another site sent this; programs name no origin. */
export function isForeign({ headers: { origin, host } }: Named): boolean {
  return origin !== undefined && !ownNames.some((name) => isAt(origin, name, host));
}

function isAt(origin: string, name: string, host: string | undefined): boolean {
  return origin === `http://${name}:${URL.parse(`http://${host}`)?.port}`;
}
