import { type AppProcess, startApp } from "../support/app-process.ts";
import { choose, type Random } from "./random.ts";

/** Processes on one database, any of which may be killed and comes back. */
export async function startFleet(env: Record<string, string>, size: number) {
  const apps: (AppProcess | undefined)[] = await Promise.all(
    Array.from({ length: size }, () => startApp(env)),
  );
  let kills = 0;
  const living = () => apps.filter((app) => app !== undefined);
  return {
    urls: () => living().map(({ url }) => url),
    kills: () => kills,
    /** Kills one without a warning, and starts another in its place. */
    async killOne(random: Random): Promise<void> {
      const at = choose(random, [...apps.keys()]);
      const app = apps[at];
      if (!app) return;
      kills += 1;
      apps[at] = undefined;
      await app.kill();
      apps[at] = await startApp(env);
    },
    close: () => Promise.all(living().map((app) => app.kill())),
  };
}
