import assert from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { type AppProcess, startApp } from "../support/app-process.ts";
import { type Answered, post, readForm, visit } from "../support/browser.ts";
import { createCleanup } from "../support/cleanup.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { listPullRequests } from "../support/look.ts";
import { copyPreparedFolder } from "../support/prepared-folder.ts";
import { startWatchedSandbox } from "../support/watched-sandbox.ts";

const waiting = "Galley waits to be set up";

/** A GitHub with one repository and a Galley that has no App. */
async function startUnset(t: TestContext) {
  const end = createCleanup(t);
  const sandbox = await startWatchedSandbox(end);
  const folder = await copyPreparedFolder();
  end.after(() => folder.remove());
  const env = {
    GHE_HOST: new URL(sandbox.url).host,
    GHE_PROTOCOL: "http",
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: folder.path,
    GITHUB_WRITE_INTERVAL_MS: "0",
    ALLOWED_OWNERS: "acme",
    LOG_LEVEL: "debug",
  };
  const app = await startApp(env, waiting);
  end.after(() => app.kill());
  return { sandbox, env, app, file: join(folder.path, "credentials.env") };
}

/** The address that the log prints, once. */
async function readAddress(app: AppProcess): Promise<string> {
  const pattern = /open (http:\S+\/setup\?token=([\w-]+)) to register/g;
  while (!app.output().includes("to register one")) await new Promise((resolve) => setTimeout(resolve, 10));
  const found = [...app.output().matchAll(pattern)];
  assert.equal(found.length, 1);
  assert.equal(found[0]?.[2]?.length, 43);
  return found[0]?.[1] ?? "";
}

/** Fills in the forms as a person would, up to the address that GitHub sends the browser back to. */
async function walkToReturn(address: string, fields: Record<string, string> = {}): Promise<string> {
  const page = await visit(address);
  assert.equal(page.status, 200);
  const confirm = await post(readForm(page));
  assert.equal(confirm.status, 200, confirm.text);
  const { location } = await post(readForm(confirm), fields);
  assert.ok(location);
  return location;
}

const status = async (answer: Promise<Answered>) => (await answer).status;

test("from no credentials to a draft: two clicks at GitHub, one installation, one comment", async (t) => {
  const { sandbox, env, app, file } = await startUnset(t);
  const { name } = await sandbox
    .createRepository({
      owner: "acme",
      name: "field-notes",
      private: true,
      files: Object.entries(demoFiles).map(([path, text]) => ({ path, text })),
      collaborators: { editor: "write" },
    })
    .then((repository) => ({ name: `acme/${repository.name}` }));
  assert.deepEqual(
    [await status(visit(`${app.url}/healthz`)), await status(visit(`${app.url}/readyz`))],
    [200, 200],
  );

  const back = await walkToReturn(await readAddress(app), { name: "Acme's Galley" });
  assert.ok(back.startsWith(`${app.url}/setup/created?code=`));
  const done = await visit(back);
  assert.equal(done.status, 200, done.text);
  const [, install = ""] = /<a href="([^"]+\/installations\/new)">/.exec(done.text) ?? [];
  assert.equal(install, `${sandbox.url}/apps/acme-s-galley/installations/new`);

  // The same process, on the same port, without a restart by hand.
  await app.waitFor(({ msg }) => msg === "Galley is listening");
  assert.equal(await status(visit(`${app.url}/readyz`)), 200);
  assert.deepEqual([await status(visit(back)), await status(visit(`${app.url}/setup?token=x`))], [404, 404]);
  const installed = await post(readForm(await visit(install)), { account: "acme" });
  assert.equal(installed.status, 302);

  const draft = async (running: AppProcess, count: number) => {
    const { number } = await sandbox
      .as("editor")
      .openIssue(name, { ...demoIssue, title: `${demoIssue.title} ${count}` });
    await sandbox.as("editor").comment(name, number, "/draft");
    await running.waitFor(({ msg, queue }) => msg === "Ended a job" && queue === "draft");
    const opened = await listPullRequests({ sandbox, name });
    assert.equal(opened.length, count);
    assert.equal(opened.at(-1)?.user.login, "acme-s-galley[bot]");
  };
  await draft(app, 1);

  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const saved = await readFile(file, "utf8");
  const clientSecret = /^GITHUB_CLIENT_SECRET=([\da-f]{40})$/m.exec(saved)?.[1] ?? "missing";
  const { privateKey, webhookSecret } = sandbox.app;
  assert.ok(saved.includes(`WEBHOOK_SECRET=${webhookSecret}\n`));
  const code = new URL(back).searchParams.get("code") ?? "missing";
  const state = new URL(back).searchParams.get("state") ?? "missing";
  const keyLine = privateKey.split("\n")[1] ?? "missing";
  for (const secret of [clientSecret, webhookSecret, keyLine, code, state]) {
    assert.ok(!app.output().includes(secret));
    assert.ok(!done.text.includes(secret));
  }

  // Another start reads what is kept, and asks for nothing.
  await app.stop();
  const again = await startApp({ ...env, PORT: new URL(app.url).port });
  t.after(() => again.kill());
  assert.doesNotMatch(again.output(), /setup/);
  await draft(again, 2);
});

test("strangers, replays and forgeries find nothing and change nothing", async (t) => {
  const { sandbox, app, file } = await startUnset(t);
  const address = await readAddress(app);
  const before = sandbox.app;
  const wrong = address.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  for (const path of [wrong, `${app.url}/setup`, `${app.url}/`, `${app.url}/setup/created?code=x&state=y`])
    assert.equal(await status(visit(path)), 404, path);
  assert.equal(await status(visit(`${app.url}/api/github/webhooks`, { method: "POST", body: "{}" })), 404);

  const back = new URL(await walkToReturn(address));
  const tampered = new URL(back);
  tampered.searchParams.set("state", `${back.searchParams.get("state")}x`);
  assert.equal(await status(visit(tampered.href)), 404);
  const forgedCode = new URL(back);
  forgedCode.searchParams.set("code", "0".repeat(40));
  assert.equal(await status(visit(forgedCode.href)), 502);
  // The state went with it: even the right code is of no use now.
  assert.equal(await status(visit(back.href)), 404);
  assert.equal(sandbox.app.appId, before.appId);
  await assert.rejects(stat(file), { code: "ENOENT" });

  // A code that somebody else has used, behind a fresh state.
  const next = new URL(await walkToReturn(address));
  const used = next.searchParams.get("code");
  await fetch(`${sandbox.url}/api/v3/app-manifests/${used}/conversions`, { method: "POST" });
  const failed = await visit(next.href);
  assert.equal(failed.status, 502);
  assert.match(failed.text, /GitHub does not know this code/);
  await assert.rejects(stat(file), { code: "ENOENT" });

  // Negative control: with nothing tampered with it works, in the same process.
  assert.equal(await status(visit(await walkToReturn(address))), 200);
  await app.waitFor(({ msg }) => msg === "Galley is listening");
});

test("an organisation's App is registered on the organisation's page", async (t) => {
  const { sandbox, app } = await startUnset(t);
  const page = await visit(await readAddress(app));
  const form = readForm(page, "get");
  const forOrganisation = await visit(
    `${form.action}?${new URLSearchParams({ ...form.fields, organisation: "acme" })}`,
  );
  const { action } = readForm(forOrganisation);
  assert.ok(action.startsWith(`${sandbox.url}/organizations/acme/settings/apps/new?state=`));
  const { location } = await post(readForm(await post(readForm(forOrganisation))));
  assert.equal(await status(visit(location ?? "")), 200);
  await app.waitFor(({ msg }) => msg === "Galley is listening");
});

test("a signal ends set-up, and a folder is set up by one process", async (t) => {
  const { env, app } = await startUnset(t);
  await assert.rejects(startApp(env, waiting), /Another Galley process uses/);
  assert.equal(await app.stop(), 0);
});

test("some credentials are not none: the start names what is missing", async (t) => {
  const { env, app } = await startUnset(t);
  await app.stop();
  await assert.rejects(
    startApp({ ...env, APP_ID: "7" }, waiting),
    /galley: Set PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET:/,
  );
});
