import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { loadSetUpConfig } from "../src/config.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");

test("compose.yaml runs the app as the image means it, and the database only when asked", () => {
  const { services } = parse(read("compose.yaml"));
  const { app, postgres } = services;
  assert.equal(app.stop_grace_period, "30s");
  // .env.example has values for a machine without a container; these must win over them.
  const { NODE_ENV, HOST, DATA_DIR } = app.environment;
  assert.deepEqual(
    { NODE_ENV, HOST, DATA_DIR },
    { NODE_ENV: "production", HOST: "0.0.0.0", DATA_DIR: "/data" },
  );
  assert.deepEqual(app.volumes, ["data:/data"]);
  assert.deepEqual(postgres.profiles, ["postgres"]);
  assert.ok(postgres.healthcheck.test.includes("pg_isready"));
});

/** compose.yaml with `${NAME:-other}`, `${NAME:+other}` and `${NAME:?error}` filled in, as compose does. */
function fillCompose(env: Readonly<Record<string, string>>) {
  const text = read("compose.yaml").replaceAll(/\$\{(\w+):([-+?])([^}]*)\}/g, (_, name, sign, other) => {
    const value = env[name] ?? "";
    assert.ok(sign !== "?" || value !== "", other);
    return sign === "+" ? value && other : value || other;
  });
  assert.doesNotMatch(text, /\$\{/);
  return parse(text);
}

test("with compose the App is set up on the page, or its key is a file", () => {
  const example = Object.fromEntries(
    read(".env.example")
      .split("\n")
      .flatMap((line) => (/^\w+=/.test(line) ? [line.split("=", 2)] : [])),
  );
  const env = { ...example, ALLOWED_OWNERS: "acme", PUBLIC_URL: "https://galley.example" };
  const none = fillCompose(env);
  const config = loadSetUpConfig({ ...env, ...none.services.app.environment, DATA_DIR: "/nowhere" });
  assert.equal(config?.host, "0.0.0.0");
  assert.equal(none.secrets.private_key.file, "/dev/null");
  const named = fillCompose({ ...env, PRIVATE_KEY_PATH: "./galley.pem" });
  assert.equal(named.services.app.environment.PRIVATE_KEY_PATH, "/run/secrets/private_key");
  assert.equal(named.secrets.private_key.file, "./galley.pem");
});
