import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startSandbox } from "../../src/sandbox/start.ts";
import { createTestDatabase } from "../support/database.ts";
import { describeEnvironment, describeLinkedIn } from "../support/flow.ts";
import { startPostgresqlServer } from "../support/postgresql-server.ts";
import { startBalancer } from "./balancer.ts";
import { startFleet } from "./fleet.ts";
import { judge, type Verdict } from "./judge.ts";
import { playMatrix } from "./matrix.ts";
import { createRandom } from "./random.ts";
import { settleTown } from "./town.ts";

const draftsPerMinute = 50;
/** The time that is left to it all to settle once nobody asks any more. */
const drainMs = 150_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** `npm run chaos -- --seed 1 --minutes 2`, or `-- --matrix`: exits 0 only when nothing is lost, doubled or stuck. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      minutes: { type: "string", default: "2" },
      matrix: { type: "boolean", default: false },
    },
  });
  if (values.matrix) return await playMatrix(say);
  const seed = Number(values.seed);
  const minutes = Number(values.minutes);
  if (!Number.isInteger(seed) || !(minutes > 0 && minutes <= 60)) {
    say("npm run chaos -- --seed N --minutes M, M at most 60; or -- --matrix");
    return 2;
  }
  const verdict = await play(seed, minutes);
  for (const line of Object.values(verdict).flat()) say(line);
  const [lost, doubled, stuck] = [verdict.lost.length, verdict.doubled.length, verdict.stuck.length];
  say(`lost ${lost}, doubled ${doubled}, stuck ${stuck}`);
  return lost + doubled + stuck === 0 ? 0 : 1;
}

async function play(seed: number, minutes: number): Promise<Verdict> {
  const random = createRandom(seed);
  const sandbox = await startSandbox();
  const server = await startPostgresqlServer();
  const database = await createTestDatabase("postgresql", server.url);
  const town = await settleTown(sandbox, random);
  const fleet = await startFleet(
    {
      ...describeEnvironment(sandbox),
      ...describeLinkedIn(sandbox),
      ...database.env,
      ALLOWED_OWNERS: town.names.map((name) => name.split("/")[0]).join(","),
      LINKEDIN_REPOSITORIES: town.names.join(","),
      RECONCILE_INTERVAL_MS: "5000",
    },
    3,
  );
  const balancer = await startBalancer(createRandom(seed + 1), fleet.urls);
  sandbox.setWebhookUrl(`${balancer.url}api/github/webhooks`);
  try {
    await live(town, fleet, createRandom(seed + 2), minutes * 60_000);
    balancer.behave();
    const { delivered, lost, doubled, held } = balancer.mishaps;
    say(
      `${town.asked.length} drafts asked for, ${fleet.kills()} processes killed; deliveries: ${delivered} arrived, ${lost} lost, ${doubled} doubled, ${held} held back`,
    );
    const unfinished = await drain(database, sandbox.deliveriesSettled, async () => {
      const { lost, doubled } = judge(await town.look(), []);
      return lost.length === 0 || doubled.length > 0;
    });
    return judge(await town.look(), unfinished);
  } finally {
    await fleet.close();
    await balancer.close();
    await server.close();
    await sandbox.close();
  }
}

/** People ask and decide, and processes die, for this long. */
async function live(
  town: Awaited<ReturnType<typeof settleTown>>,
  fleet: Awaited<ReturnType<typeof startFleet>>,
  random: () => number,
  ms: number,
): Promise<void> {
  const endsAt = performance.now() + ms;
  const beat = 60_000 / draftsPerMinute;
  let killing = Promise.resolve();
  let nextKill = 5_000;
  for (let at = 0; performance.now() < endsAt; at += 1) {
    const startedAt = performance.now();
    if (endsAt - startedAt < ms - nextKill) {
      nextKill += 4_000 + random() * 6_000;
      killing = killing.then(() => fleet.killOne(random));
    }
    await Promise.all([town.ask(), at > 3 ? town.decide() : undefined]);
    await delay(Math.max(0, beat - (performance.now() - startedAt)));
  }
  await killing;
}

/** Waits until no work is open and everything is told, or the time is over; what is open then. */
async function drain(
  database: Awaited<ReturnType<typeof createTestDatabase>>,
  deliveriesSettled: () => Promise<void>,
  isTold: () => Promise<boolean>,
): Promise<string[]> {
  const opened = await database.open();
  const open = async () =>
    (
      await opened.query(
        "select kind || ' ' || subject || ' of ' || repository_id as work from galley.work where outcome is null",
      )
    ).map(({ work }) => `not ended: ${work}`);
  try {
    const endsAt = performance.now() + drainMs;
    await deliveriesSettled();
    while (performance.now() < endsAt) {
      if ((await open()).length === 0 && (await isTold())) break;
      await delay(500);
    }
    return await open();
  } finally {
    await opened.close();
  }
}

process.exitCode = await main();
