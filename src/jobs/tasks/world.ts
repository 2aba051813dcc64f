import type { Channel } from "../../ports/channel.ts";
import type { Clearances } from "../../ports/clearances.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ledgers } from "../../ports/ledgers.ts";
import type { Log } from "../../ports/log.ts";
import type { Places } from "../../ports/open-work.ts";
import type { Proposer } from "../../ports/proposer.ts";
import type { Publications } from "../../ports/publications.ts";
import type { Repository } from "../../ports/repository.ts";
import type { Schedules } from "../../ports/schedules.ts";
import type { Attempt, Store } from "../../ports/store.ts";
import type { Writer } from "../../ports/writer.ts";
import { type Job, targetOf } from "../payload.ts";

/** What tasks need of the world. */
export type TaskWorld = {
  readonly connectRepository: (place: { installationId: number; owner: string; name: string }) => Repository;
  readonly store: Store;
  readonly schedules: Schedules;
  readonly publications: Publications;
  readonly clearances: Clearances;
  readonly ledgers: Ledgers;
  readonly places: Pick<Places, "noteInstallation">;
  readonly channel: Channel;
  readonly writer: Writer;
  readonly proposer: Proposer;
  readonly clock: Clock;
  readonly log: Log;
  /** The host that links to files point to. */
  readonly githubHost: string;
  readonly githubUrl: string;
};

/** One attempt at one job, with the repository it is about. */
export type Context<J extends Job = Job> = {
  readonly job: J;
  readonly attempt: Attempt;
  readonly repository: Repository;
  readonly world: TaskWorld;
  readonly signal: AbortSignal;
};

/** Connects a job to its repository. */
export function connectContext<J extends Job>(
  job: J,
  attempt: Attempt,
  world: TaskWorld,
  signal: AbortSignal,
): Context<J> {
  const { installationId, repository } = targetOf(job);
  return {
    job,
    attempt,
    world,
    signal,
    repository: world.connectRepository({ installationId, owner: repository.owner, name: repository.name }),
  };
}
