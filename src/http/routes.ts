import { Hono } from "hono";

/** Whether the process can do its work now: its database answers. */
export type Readiness = () => Promise<boolean>;

/** The pages and probes that people and platforms ask for. */
export function createRoutes(isReady: Readiness): Hono {
  const routes = new Hono();
  routes.get("/healthz", (context) => context.json({ status: "ok" }));
  routes.get("/readyz", async (context) =>
    (await isReady()) ? context.json({ status: "ready" }) : context.json({ status: "not ready" }, 503),
  );
  routes.notFound((context) => context.json({ error: "not found" }, 404));
  return routes;
}
