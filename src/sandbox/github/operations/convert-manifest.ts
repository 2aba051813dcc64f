import { notFound } from "../errors.ts";
import type { Operation } from "../operation.ts";
import { renderApp } from "../views/app.ts";

/**
 * Hands the credentials of a registered App to whoever has the code: once, within an hour. From then on that
 * App is the one of this host, installed nowhere yet.
 */
export const convertManifest: Operation = {
  rest: [
    {
      scope: "anybody",
      id: "apps/create-from-manifest",
      method: "POST",
      path: "/app-manifests/:code/conversions",
      act: ({ world }, { parameters }) => {
        const code = parameters.code ?? "";
        const registration = world.registrations.get(code);
        world.registrations.delete(code);
        if (!registration || registration.expiresAt < Date.now()) throw notFound();
        const { app } = registration;
        world.app = app;
        world.users.set(app.bot.login, app.bot);
        world.installations.clear();
        const body = {
          ...renderApp(world),
          client_secret: app.clientSecret,
          webhook_secret: app.webhookSecret,
          pem: app.privateKey,
        };
        return { status: 201, body };
      },
    },
  ],
};
