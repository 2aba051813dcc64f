import { createServer } from "node:http";
import { createNodeMiddleware, Probot } from "probot";

/** Probot 14 with a handler that does nothing, as lean as it can be served: what Galley is measured against. */
const { APP_ID, PRIVATE_KEY, WEBHOOK_SECRET } = process.env;
const probot = new Probot({
  appId: Number(APP_ID),
  privateKey: PRIVATE_KEY ?? "",
  secret: WEBHOOK_SECRET ?? "",
  logLevel: "warn",
});
const middleware = await createNodeMiddleware(
  (app) => {
    app.on("issue_comment.created", () => {});
  },
  { probot },
);
const server = createServer((request, response) => {
  void middleware(request, response, () => response.writeHead(404).end());
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.stderr.write(`${JSON.stringify({ msg: "Bare Probot is listening", port })}\n`);
});
