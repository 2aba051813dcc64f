import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createTestDatabase } from "../test/support/database.ts";
import { deliver, type Load, type Signed, sign } from "./support/load.ts";
import { type RecordedComment, recordComment } from "./support/record-comment.ts";
import { startQuietly } from "./support/start-quietly.ts";

const secret = "a-secret-of-the-benchmark";
const rounds = 5;
const load = { connections: 16, ms: 2_000 };
const goals = { irrelevant: 0.8, "relevant postgresql": 0.5 } as const;
const bareProbot = fileURLToPath(new URL("support/bare-probot.ts", import.meta.url));

/** With what GitHub tells of the issue and its repository besides (9 KB), this makes 12 KB. */
const issueText = "A sentence of what somebody noted for a post. ".repeat(55);

/** The same comment by somebody else, for a person may command ten times an hour; in one of many installations, for four of them keep the workers waiting. */
function vary(recorded: RecordedComment, number: number, text: string): RecordedComment {
  const person = { login: `person-${number}`, id: number };
  const { comment, installation, sender } = recorded;
  return {
    ...recorded,
    comment: {
      ...comment,
      id: number,
      node_id: `IC_${number}`,
      body: text,
      user: { ...comment.user, ...person },
    },
    installation: { ...installation, id: 5 + (number % 50) },
    sender: { ...sender, ...person },
  };
}

/** Makes deliveries of comments, each of another number. */
async function createMaker(): Promise<(text: string, count: number) => Signed[]> {
  const recorded = await recordComment(issueText);
  let made = 0;
  return (text, count) =>
    Array.from({ length: count }, () => {
      made += 1;
      return sign(vary(recorded, made, text), secret);
    });
}

/** A GitHub that never answers: what was taken in stays queued, and the work itself does not disturb the measurement. */
async function startSilence() {
  const server = createServer(() => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Deliveries acknowledged each second against a bare Probot, round by round in one run. */
export async function run(): Promise<number> {
  const make = await createMaker();
  const silence = await startSilence();
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  const env = {
    APP_ID: "1",
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: secret,
    GHE_HOST: silence.host,
    GHE_PROTOCOL: "http",
    GITHUB_WRITE_INTERVAL_MS: "0",
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
  };
  const databases = [await createTestDatabase("pglite"), await createTestDatabase("postgresql")] as const;
  const bare = await startQuietly(env, bareProbot);
  const [pglite, postgresql] = await Promise.all(
    databases.map((database) => startQuietly({ ...env, ...database.env, LOG_LEVEL: "info" })),
  );
  if (!pglite || !postgresql) throw new Error("The apps did not start");
  try {
    const idle = make("Just a comment.", 1);
    const measures: Record<string, Measure> = {
      irrelevant: { url: postgresql.url, next: () => idle },
      "relevant postgresql": { url: postgresql.url, next: () => make("/draft", 20_000) },
      "relevant pglite": { url: pglite.url, next: () => make("/draft", 10_000) },
    };
    return report(await measureAll(bare.url, idle, measures));
  } finally {
    await Promise.all([bare, pglite, postgresql].map((app) => app.kill()));
    for (const database of databases) await database.remove();
    silence.server.closeAllConnections();
    silence.server.close();
  }
}

type Measure = { readonly url: string; readonly next: () => readonly Signed[] };
type Pair = { readonly ours: Load; readonly bare: Load };

async function measureAll(
  bareUrl: string,
  idle: readonly Signed[],
  measures: Readonly<Record<string, Measure>>,
) {
  const pairs = new Map<string, Pair[]>(Object.keys(measures).map((name) => [name, []]));
  await deliver(bareUrl, cycle(idle), { ...load, ms: 1_000 });
  for (const { url } of Object.values(measures)) await deliver(url, cycle(idle), { ...load, ms: 1_000 });
  for (let round = 0; round < rounds; round += 1)
    for (const [name, { url, next }] of Object.entries(measures)) {
      const bodies = next();
      const bare = await deliver(bareUrl, cycle(bodies), load);
      const ours = await deliver(url, bodies.length === 1 ? cycle(bodies) : inTurn(bodies), load);
      pairs.get(name)?.push({ ours, bare });
    }
  return pairs;
}

function cycle(bodies: readonly Signed[]): () => Signed {
  let at = 0;
  return () => bodies[at++ % bodies.length] as Signed;
}

/** Each once: the same command again is no new work. */
function inTurn(bodies: readonly Signed[]): () => Signed {
  let at = 0;
  return () => {
    const one = bodies[at++];
    if (!one) throw new Error("More was taken in than was prepared");
    return one;
  };
}

function report(pairs: ReadonlyMap<string, readonly Pair[]>): number {
  let failed = 0;
  for (const [name, all] of pairs) {
    const ratio = median(all.map(({ ours, bare }) => ours.perSecond / bare.perSecond));
    const goal = name in goals ? goals[name as keyof typeof goals] : undefined;
    if (goal !== undefined && ratio < goal) failed += 1;
    const show = (pick: (pair: Pair) => Load) =>
      `${median(all.map((pair) => pick(pair).perSecond)).toFixed(0)}/s, p50 ${median(all.map((pair) => pick(pair).p50)).toFixed(1)} ms, p99 ${median(all.map((pair) => pick(pair).p99)).toFixed(1)} ms`;
    process.stdout.write(
      `${name} ratio ${ratio.toFixed(2)}${goal === undefined ? "" : ` (at least ${goal})`}: ${show(({ ours }) => ours)}; bare Probot ${show(({ bare }) => bare)}\n`,
    );
  }
  return failed === 0 ? 0 : 1;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
