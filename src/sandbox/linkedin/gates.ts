import type { ServedRequest } from "../service.ts";
import type { Account, Feed } from "./create-post.ts";
import { badField, LinkedInError, tokenErrors } from "./errors.ts";
import type { FaultKind } from "./faults.ts";

/** Who a request speaks for, whatever it wants. */
export function requireAccount(feed: Feed, request: ServedRequest, fault?: FaultKind): Account {
  const [, token] = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (token === undefined) throw tokenErrors.missing();
  const account = feed.accounts.find((one) => one.token === token);
  if (!account) throw tokenErrors.unknown();
  if (account.state === "expired" || fault === "expired") throw tokenErrors.expired();
  if (account.state === "revoked" || fault === "revoked") throw tokenErrors.revoked();
  return account;
}

/** Documented as required; what LinkedIn says without was not found, so these two sentences are ours. */
export function requireProtocol(request: ServedRequest): void {
  if (headerOf(request, "x-restli-protocol-version") !== "2.0.0") {
    throw badField("BAD_REQUEST", "The sandbox wants the header X-Restli-Protocol-Version: 2.0.0");
  }
  if (request.method === "DELETE") return;
  if (!/^application\/json\b/i.test(headerOf(request, "content-type") ?? "")) {
    throw new LinkedInError(415, { message: "The sandbox wants the header Content-Type: application/json" });
  }
}

export function headerOf(request: ServedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
