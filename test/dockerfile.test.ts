import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { checkDockerfile } from "./support/dockerfile/check-dockerfile.ts";
import { parseDockerfile } from "./support/dockerfile/parse-dockerfile.ts";
import { readDockerignore } from "./support/dockerfile/read-dockerignore.ts";
import { replayDockerfile } from "./support/dockerfile/replay-dockerfile.ts";
import { runImage } from "./support/dockerfile/run-image.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const dockerfile = read("Dockerfile");

/** The Dockerfile with one thing changed; fails when that thing is not in it. */
function alter(from: string | RegExp, to: string): string {
  const altered = dockerfile.replace(from, to);
  assert.notEqual(altered, dockerfile, `${from} is not in the Dockerfile`);
  return altered;
}

/** A file stands for what npm installs: which files of ours are in the image does not depend on it. */
const withoutPackages = alter(/^RUN npm ci.*$/m, "COPY package.json node_modules/x/");

async function replay(context: TestContext, text: string, say: (line: string) => void = () => {}) {
  const folder = await mkdtemp(join(tmpdir(), "galley-image-"));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return await replayDockerfile(text, { context: root, folder, say });
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function describeCredentials(): Promise<Record<string, string>> {
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  return {
    APP_ID: "1",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: "made up for this test",
    ALLOWED_OWNERS: "acme",
    PORT: String(await findFreePort()),
  };
}

async function listImage(folder: string): Promise<string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths.filter((path) => !path.startsWith("data/")).sort();
}

test("what the Dockerfile makes starts, is healthy by its own check, and stops", async (context) => {
  const image = await replay(context, dockerfile, (line) => context.diagnostic(line));
  const before = await listImage(image.root);
  const credentials = await describeCredentials();

  const refused = runImage(image, { ...credentials, ALLOWED_OWNERS: "" });
  context.after(() => refused.kill());
  await assert.rejects(refused.waitUntilHealthy(60_000), /ended with 1:\ngalley: ALLOWED_OWNERS must name/);

  const container = runImage(image, credentials);
  context.after(() => container.kill());
  assert.equal(await container.checkHealth(), 1, "the health check passes before anything listens");
  await container.waitUntilHealthy(60_000);
  assert.equal(await container.stop(10_000), 0, container.output());
  assert.equal(await container.checkHealth(), 1, "the health check passes after the end");

  assert.deepEqual(await listImage(image.root), before, "it wrote outside of /data");
  assert.ok((await readdir(join(image.root, "data"))).includes("database"));
});

test("the image holds what production needs, and nothing else", async (context) => {
  const image = await replay(context, withoutPackages);
  const paths = await listImage(image.root);
  const app = paths.filter((path) => path.split("/").length === 2).map((path) => path.replace("app/", ""));
  assert.deepEqual(app, ["LICENSE", "app.yml", "node_modules", "package.json", "src"]);
  assert.ok(paths.includes("app/src/adapters/postgres/migrations/001-work.sql"));
  assert.deepEqual(
    paths.filter((path) => /^app\/src\/(?:sandbox|cli)(?:\/|$)/.test(path)),
    [],
  );
});

test("negative control: an image that lacks its packages, or that SIGTERM does not end, is found", async (context) => {
  const image = await replay(context, withoutPackages);
  const broken = runImage(image, await describeCredentials());
  context.after(() => broken.kill());
  await assert.rejects(broken.waitUntilHealthy(60_000), /ended with 1:[\s\S]*ERR_MODULE_NOT_FOUND/);

  const program = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
  const deaf = runImage({ ...image, command: ["node", "-e", program] }, await describeCredentials());
  context.after(() => deaf.kill());
  while (!deaf.output().includes("up")) await sleep(50, undefined, { signal: context.signal });
  await assert.rejects(deaf.waitUntilHealthy(100), /Not healthy within 100 ms:\nup/);
  await assert.rejects(deaf.stop(200), /Did not stop within 200 ms/);
});

test("the Dockerfile is one that may be run", () => {
  assert.deepEqual(checkDockerfile(dockerfile), []);
});

test("negative control: what must not be so is found", () => {
  const altered: readonly [string | RegExp, string, RegExp][] = [
    [/^USER node\n/m, "", /runs as root/],
    ["USER node", "USER root", /runs as root/],
    ["USER node", "USER 0:0", /runs as root/],
    ["USER node", "USER node\nUSER root", /runs as root/],
    [/^CMD .*$/m, "CMD node src/main.ts", /CMD is not in exec form/],
    [/^CMD .*$/m, "CMD ['node', 'src/main.ts']", /CMD is not in exec form/],
    [/^CMD .*$/m, "", /CMD is not in exec form/],
    [/^HEALTHCHECK .*\n.*\n/m, "", /HEALTHCHECK is missing/],
    [/^HEALTHCHECK .*\n.*\n/m, "HEALTHCHECK NONE\n", /HEALTHCHECK is missing/],
    [/^HEALTHCHECK .*\n.*\n/m, "HEALTHCHECK CMD curl -f localhost:3000\n", /not in exec form/],
    [/^RUN install .*\n/m, "", /The volume \/data does not belong to node/],
    ["-o node", "-o root", /The volume \/data does not belong to node/],
    [" --omit=dev", "", /Line \d+ is not npm ci with/],
    ["npm ci", "npm install", /Line \d+ is not npm ci with/],
  ];
  for (const [from, to, message] of altered) {
    const findings = checkDockerfile(alter(from, to));
    assert.equal(findings.filter((finding) => message.test(finding)).length, 1, `${to}: ${findings}`);
  }
  assert.match(checkDockerfile("FROM node:26\nCOPY . .").join("\n"), /one stage/);
});

test("negative control: a step that the replay does not know fails loudly", async (context) => {
  const unknown = [
    "ADD https://example.com/x.tgz /x",
    "ARG VERSION",
    'ENTRYPOINT ["node"]',
    "RUN apt-get update",
    "RUN npm ci && rm -rf /",
    "RUN <<END",
    "ENV A=$B",
    'ENV A "b c"',
    "COPY --chown=node package.json ./",
    "COPY --chmod=0755 --from=x package.json ./",
    "COPY --from=elsewhere /x /y",
    'SHELL ["/bin/bash"]',
    "CMD node src/main.ts",
    "HEALTHCHECK NONE",
  ];
  for (const step of unknown) {
    const attempt = replay(context, `FROM node:26-slim\n\n${step}\n`);
    await assert.rejects(attempt, /^Error: Dockerfile:3: not known to the replay: /, step);
  }
});

test("negative control: a file that is not there, or is held back, cannot be copied", async (context) => {
  for (const path of ["nothing-here", ".git", "src/sandbox", "test", "node_modules/yaml"]) {
    const attempt = replay(context, `FROM node:26-slim\nCOPY ${path} ./x/`);
    await assert.rejects(attempt, /Dockerfile:2: .* is not there, or \.dockerignore holds it back/, path);
  }
});

test("negative control: an npm that fails says which line, and that it needs the registry", async (context) => {
  // Nothing was copied, so npm finds no lockfile, which it says without the network.
  const attempt = replay(context, "FROM node:26-slim\nWORKDIR /app\nRUN npm ci");
  await assert.rejects(attempt, /Dockerfile:3: npm ci failed\. It needs the npm registry/);
});

test("secrets and this machine's own files stay out of the build", () => {
  const isIgnored = readDockerignore(read(".dockerignore"));
  const held = [
    ".env",
    ".git/config",
    "galley.pem",
    "src/cli/demo.ts",
    "src/sandbox",
    "node_modules/yaml/x",
    ".galley/x",
  ];
  assert.deepEqual(
    held.filter((path) => !isIgnored(path)),
    [],
  );
  const wanted = ["package.json", "src/main.ts", "src/drafting/prompts/plan.user.md"];
  assert.deepEqual(wanted.filter(isIgnored), []);
});

test("a line of .dockerignore is read as the engine reads it", () => {
  const isIgnored = readDockerignore("# all\n**/*.pem\n/docs/\n!docs/a?.md\nb*\n");
  const paths = ["x.pem", "a/b/x.pem", "x.pem.txt", "docs", "docs/b.md", "docs/a1.md", "bx/y", "a/bx"];
  assert.deepEqual(paths.filter(isIgnored), ["x.pem", "a/b/x.pem", "docs", "docs/b.md", "bx/y"]);
  assert.throws(() => readDockerignore("[a-z]"), /not known to the replay: \[a-z\]/);
});

test("the image's Node is the one that the tests run on", () => {
  const { node } = JSON.parse(read("package.json")).devDependencies;
  const bases = parseDockerfile(dockerfile).map(({ base }) => base);
  assert.deepEqual(new Set(bases), new Set([`node:${node.split(".")[0]}-slim`]));
});
