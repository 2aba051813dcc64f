import { createHmac, timingSafeEqual, verify } from "node:crypto";
import { z } from "zod";
import { suspended, unauthorized } from "./errors.ts";
import { type App, type Installation, now, type User, userOf, type World } from "./state.ts";

export type Access = "read" | "write";
export type Permissions = Record<string, Access>;

/** On whose behalf a request is made. */
export type Actor =
  | { kind: "anonymous" }
  | { kind: "app" }
  | {
      kind: "installation";
      installation: Installation;
      permissions: Permissions;
      repositoryIds: readonly number[] | undefined;
    }
  | { kind: "person"; user: User };

const tokenLifeSeconds = 3600;
const longestJwtSeconds = 600;
const TokenPayload = z.object({
  installation: z.number(),
  permissions: z.record(z.string(), z.enum(["read", "write"])),
  repositories: z.array(z.number()).optional(),
  exp: z.number(),
  /** Milliseconds: two tokens of one second must be told apart when one of them is taken back. */
  givenAt: z.number(),
});
const JwtPayload = z.object({ iss: z.union([z.string(), z.number()]), iat: z.number(), exp: z.number() });

/**
 * An installation token. It carries everything about itself and is long, as GitHub's are since April 2026
 * (`@octokit/openapi`, "Create an installation access token for an app"), so that nobody relies on forty characters.
 */
export function issueInstallationToken(
  app: App,
  grant: {
    installation: Installation;
    permissions: Permissions;
    repositoryIds: readonly number[] | undefined;
  },
): { token: string; expiresAt: string } {
  const exp = Math.floor(Date.now() / 1000) + tokenLifeSeconds;
  const payload = {
    installation: grant.installation.id,
    permissions: grant.permissions,
    repositories: grant.repositoryIds,
    issued: now(),
    exp,
    givenAt: Date.now(),
  };
  const content = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(payload)}`;
  const token = `ghs_${app.id}_${content}.${signature(app, content)}`;
  return { token, expiresAt: `${new Date(exp * 1000).toISOString().slice(0, 19)}Z` };
}

/** Who the `authorization` header speaks for; throws 401 in GitHub's words when it speaks for nobody. */
export function identify(world: World, authorization: string | undefined): Actor {
  if (authorization === undefined) return { kind: "anonymous" };
  const [, token = ""] = /^(?:bearer|token)\s+(\S+)$/i.exec(authorization) ?? [];
  if (token.startsWith("ghu_")) {
    const user = userOf(world, token.slice(4));
    if (user?.type === "User") return { kind: "person", user };
  }
  if (token.startsWith("ghs_")) return identifyInstallation(world, token);
  if (token.split(".").length === 3) {
    checkAppJwt(world.app, token);
    return { kind: "app" };
  }
  throw unauthorized("Bad credentials");
}

function identifyInstallation(world: World, token: string): Actor {
  const [, content = "", given = ""] = /^ghs_\d+_([\w-]+\.[\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  const expected = Buffer.from(signature(world.app, content));
  if (expected.length !== given.length || !timingSafeEqual(expected, Buffer.from(given))) {
    throw unauthorized("Bad credentials");
  }
  const payload = TokenPayload.parse(decode(content.split(".")[1] ?? ""));
  const installation = world.installations.get(payload.installation);
  const isOver = payload.exp * 1000 < Date.now() || payload.givenAt <= world.tokensOverAt;
  if (!installation || isOver) throw unauthorized("Bad credentials");
  if (installation.suspended) throw suspended();
  const { permissions, repositories } = payload;
  return { kind: "installation", installation, permissions, repositoryIds: repositories };
}

/**
 * An App signs RS256, names itself by id or client id, and may not sign for more than ten minutes
 * (docs.github.com, "Generating a JSON Web Token for a GitHub App").
 */
function checkAppJwt(app: App, token: string): void {
  const [header = "", body = "", given = ""] = token.split(".");
  const payload = JwtPayload.safeParse(decode(body));
  const algorithm = z.object({ alg: z.literal("RS256") }).safeParse(decode(header));
  const signed = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${body}`),
    app.publicKey,
    Buffer.from(given, "base64url"),
  );
  if (!payload.success || !algorithm.success || !signed) {
    throw unauthorized("A JSON web token could not be decoded");
  }
  const seconds = Date.now() / 1000;
  const { iss, iat, exp } = payload.data;
  if (String(iss) !== String(app.id) && iss !== app.clientId) throw unauthorized("Integration not found");
  if (exp <= seconds) {
    throw unauthorized(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    );
  }
  if (exp > seconds + longestJwtSeconds) {
    throw unauthorized("'Expiration time' claim ('exp') is too far in the future");
  }
  if (iat > seconds + 60) {
    throw unauthorized(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    );
  }
}

function signature(app: App, content: string): string {
  return createHmac("sha256", app.privateKey).update(content).digest("base64url");
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
}
