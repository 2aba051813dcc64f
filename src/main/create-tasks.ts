import type { Probot } from "probot";
import { createExtractiveProposer } from "../adapters/extractive/extractive-proposer.ts";
import { createExtractiveWriter } from "../adapters/extractive/extractive-writer.ts";
import type { createClients } from "../adapters/github/client.ts";
import { createRepository } from "../adapters/github/repository.ts";
import { createLinkedInChannel } from "../adapters/linkedin/linkedin-channel.ts";
import { createLanguageModel } from "../adapters/openai/language-model.ts";
import type { Tasks } from "../adapters/postgres/run-job.ts";
import type { Config } from "../config.ts";
import { createModelProposer } from "../drafting/propose-angles.ts";
import { createModelWriter } from "../drafting/write-with-model.ts";
import { endUnsaid, giveUp } from "../jobs/tasks/give-up.ts";
import { perform } from "../jobs/tasks/perform.ts";
import type { TaskWorld } from "../jobs/tasks/world.ts";

/** What tasks know of the world by way of the database. */
export type Kept = Pick<
  TaskWorld,
  "store" | "publications" | "clearances" | "schedules" | "places" | "ledgers"
>;

/** What the process talks to beside its database. */
export type Outside = {
  readonly config: Config;
  readonly probot: Probot;
  readonly clients: ReturnType<typeof createClients>;
} & Pick<TaskWorld, "clock" | "log">;

/** What is done with a job: the tasks, in a world made of the configuration's adapters and what the database keeps. */
export function createTasks({ config, clients, clock, log }: Outside, kept: Kept): Tasks {
  const model = config.languageModel ? createLanguageModel(config.languageModel) : null;
  const world: TaskWorld = {
    ...kept,
    connectRepository: ({ installationId, ...place }) => createRepository(clients(installationId), place),
    channel: createLinkedInChannel(config.linkedin),
    writer: model ? createModelWriter(model, config.languageModel?.price) : createExtractiveWriter(),
    proposer: model ? createModelProposer(model) : createExtractiveProposer(),
    clock,
    log,
    githubHost: config.githubHost,
    githubUrl: config.githubUrl,
  };
  return {
    perform: (payload, signal) => perform(payload, world, signal),
    giveUp: (payload, signal) => giveUp(payload, world, signal),
    endUnsaid: (payload) => endUnsaid(payload, world),
  };
}
