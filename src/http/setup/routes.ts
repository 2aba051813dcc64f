import { createHash, timingSafeEqual } from "node:crypto";
import { type Context, Hono } from "hono";
import { toError, UserError } from "../../errors.ts";
import type { ConvertManifest, RegisteredApp } from "../../ports/app-registration.ts";
import type { Log } from "../../ports/log.ts";
import { completeManifest } from "./manifest.ts";
import { renderDonePage, renderFailedPage, renderSetUpPage } from "./pages.ts";
import type { States } from "./states.ts";

/** What set-up needs of the world. */
export type SetUpWorld = {
  readonly token: string;
  readonly states: States;
  readonly convert: ConvertManifest;
  /** Keeps the credentials; whole or not at all. */
  readonly save: (app: RegisteredApp) => Promise<void>;
  readonly githubUrl: string;
  /** Known when the server listens. */
  readonly publicUrl: () => string;
  readonly log: Log;
  /** Called once, when the credentials are kept; the answer is still to be sent. */
  readonly onDone: () => void;
};

/**
 * Everything that is served while there is no App. Whoever does not have the token, or comes back with a state
 * that was not issued, is answered as on a path that does not exist.
 */
export function createSetUpRoutes(world: SetUpWorld): Hono {
  const routes = new Hono();
  let isDone = false;
  routes.use(async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
    // The token and the code stand in addresses; the next site must not be told.
    context.header("referrer-policy", "no-referrer");
    context.header("x-content-type-options", "nosniff");
    context.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    );
  });
  routes.get("/healthz", (context) => context.json({ status: "ok" }));
  // Ready for the person who is to open the page: a proxy that hears 503 would keep them away.
  routes.get("/readyz", (context) => context.json({ status: "waits to be set up" }));
  routes.get("/setup", (context) => {
    if (isDone || !isSame(context.req.query("token") ?? "", world.token)) return context.notFound();
    return showSetUp(context, world);
  });
  routes.get("/setup/created", async (context) => {
    const { code = "", state = "" } = context.req.query();
    if (isDone || !world.states.redeem(state)) return context.notFound();
    try {
      const app = await world.convert(code);
      // Two tabs may come back at once: the first to get here stays.
      if (isDone) return context.notFound();
      isDone = true;
      await world.save(app).catch((thrown) => {
        isDone = false;
        throw thrown;
      });
      world.log.info({ appId: app.id }, "Registered a GitHub App");
      world.onDone();
      return context.html(renderDonePage(app));
    } catch (thrown) {
      world.log.error({ err: toError(thrown) }, "Could not register the GitHub App");
      return context.html(renderFailedPage(describe(thrown)), 502);
    }
  });
  routes.notFound((context) => context.json({ error: "not found" }, 404));
  return routes;
}

function showSetUp(context: Context, world: SetUpWorld) {
  const organisation = context.req.query("organisation")?.trim() ?? "";
  if (!/^(?:[a-z\d](?:-?[a-z\d]){0,38})?$/i.test(organisation))
    return context.html(renderFailedPage("That is not the name of an organisation."), 400);
  const publicUrl = world.publicUrl();
  const page = renderSetUpPage({
    token: world.token,
    state: world.states.issue(),
    manifest: completeManifest(publicUrl),
    githubUrl: world.githubUrl,
    publicUrl,
    organisation,
    isUnreachable: isLoopback(publicUrl) && !isLoopback(world.githubUrl),
  });
  return context.html(page);
}

/** In a time that tells nothing about where the two differ, nor how long the secret one is. */
function isSame(given: string, wanted: string): boolean {
  const [left, right] = [given, wanted].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}

function isLoopback(url: string): boolean {
  return /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(new URL(url).hostname);
}

function describe(thrown: unknown): string {
  return thrown instanceof UserError
    ? thrown.message
    : "The App's credentials could not be fetched or kept; the log says why.";
}
