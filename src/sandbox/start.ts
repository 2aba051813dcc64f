import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { answerControl } from "./control.ts";
import { createExchanges } from "./exchanges.ts";
import { installFaults } from "./faults/faults.ts";
import { emitRepositoryCreated } from "./github/events.ts";
import { loadSchema } from "./github/graphql/execute.ts";
import { startHost } from "./github/host.ts";
import { createLife } from "./github/life.ts";
import type { Registration } from "./github/make-app.ts";
import { mutations } from "./github/operations/all.ts";
import { isInstalledOn } from "./github/permissions.ts";
import type { Installation, Repository, World } from "./github/state.ts";
import { createWebhooks } from "./github/webhooks.ts";
import {
  addRepository,
  createWorld,
  defaultRegistration,
  findRepository,
  installFor,
  type NewRepository,
} from "./github/world.ts";
import { sendAnswer } from "./http-answer.ts";
import { createLinkedIn } from "./linkedin/linkedin.ts";
import { feedPath, showFeed } from "./linkedin/show-feed.ts";
import { createModel } from "./model/model.ts";
import { actAs } from "./person.ts";
import type { AppCredentials, CreatedRepository, RepositoryChange, Sandbox } from "./sandbox.ts";

export type SandboxOptions = {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Where the repositories lie, not used before; a temporary folder by default. */
  dataDirectory?: string;
  /** What the App asks for; by default what its manifest asks for. */
  registration?: Partial<Registration>;
  /** The clock of LinkedIn, for its versions and its window for duplicates. */
  linkedinNow?: () => Date;
};

/** Starts a GitHub Enterprise host of our own on loopback, with one registered App and no repositories; LinkedIn and a model answer below paths of it. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const dataDirectory = resolve(options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "sandbox-github-"))));
  const making = createWorld(dataDirectory, { ...defaultRegistration, ...options.registration });
  // The App's key is made on another thread meanwhile; each takes a tenth of a second.
  const schema = loadSchema(mutations);
  const world = await making;
  const webhooks = createWebhooks(world);
  world.emit = webhooks.send;
  world.redeliver = (id) => void webhooks.redeliver(id);
  const exchanges = createExchanges();
  const linkedin = createLinkedIn(exchanges, options.linkedinNow ?? (() => new Date()));
  const model = createModel(exchanges);
  const controls = {
    createRepository: (wanted: NewRepository) => createRepository(world, wanted),
    setWebhookUrl: (url: string | undefined) => {
      world.app.webhookUrl = url;
    },
    requests: () => host.log.requests,
    deliveries: () => webhooks.deliveries,
    redeliver: webhooks.redeliver,
  };
  const host = await startHost(world, schema, options.port ?? 0, exchanges, async (...request) => {
    const { handle } = linkedin.service;
    if (await answerFeed(world, linkedin.at(world.url).posts(), ...request)) return true;
    if ((await handle(...request)) || (await model.service.handle(...request))) return true;
    return await answerControl({ ...controls, ...beside(), faults, app: describeApp(world) }, ...request);
  });
  const faults = installFaults(world, {
    github: host.log,
    linkedin: linkedin.service,
    model: model.service,
    webhooks,
  });
  // Their addresses are the host's, which is known only now.
  const beside = () => ({ linkedin: linkedin.at(host.url), model: model.at(host.url) });
  return {
    ...controls,
    ...beside(),
    url: host.url,
    // Another one when somebody registers it.
    get app() {
      return describeApp(world);
    },
    changeRepository: (owner, name, change) => changeRepository(world, owner, name, change),
    as: (login) => actAs(host.url, login),
    intercept: (interceptor) => host.log.intercept(interceptor),
    watch: exchanges.watch,
    onDelivery: webhooks.onDelivery,
    disturb: webhooks.disturb,
    release: webhooks.release,
    limit: (limiter) => {
      world.limiters.add(limiter);
      return () => world.limiters.delete(limiter);
    },
    faults,
    life: createLife(world),
    deliveriesSettled: webhooks.settled,
    close: async () => {
      await host.close();
      await webhooks.close();
      await Promise.all(world.repositories.map((repository) => repository.git.close()));
      if (options.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function answerFeed(
  { repositories }: World,
  posts: ReturnType<Sandbox["linkedin"]["posts"]>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (request.method !== "GET" || url.pathname !== feedPath) return false;
  const names = repositories.map(({ owner, name }) => `${owner.login}/${name}`);
  await sendAnswer(response, await showFeed(posts, names));
  return true;
}

function describeApp({ app }: World): AppCredentials {
  const { id, slug, clientId, privateKey, webhookSecret } = app;
  return { appId: id, slug, clientId, privateKey, webhookSecret };
}

async function createRepository(world: World, wanted: NewRepository): Promise<CreatedRepository> {
  const repository = await addRepository(world, wanted);
  const { installation, fresh } = installFor(world, repository.owner);
  if (wanted.installed === false) leaveOut(world, installation, repository);
  emitRepositoryCreated(world, repository, fresh);
  return {
    id: repository.id,
    nodeId: repository.nodeId,
    owner: repository.owner.login,
    name: repository.name,
    installationId: installation.id,
    defaultBranch: repository.defaultBranch,
    headOid: (await repository.git.readRef(`refs/heads/${repository.defaultBranch}`)) ?? "",
    gitDirectory: repository.git.directory,
  };
}

/** The owner chooses, and this one is not chosen; what was installed on stays. */
function leaveOut(world: World, installation: Installation, left: Repository): void {
  const own = world.repositories.filter((one) => one !== left && isInstalledOn(installation, one));
  installation.repositoryIds = new Set(own.map(({ id }) => id));
}

function changeRepository(world: World, owner: string, name: string, change: RepositoryChange): void {
  const repository = findRepository(world, owner, name);
  if (!repository) throw new Error(`No repository ${owner}/${name}`);
  repository.archived = change.archived ?? repository.archived;
  repository.private = change.private ?? repository.private;
  repository.drafts = change.drafts ?? repository.drafts;
  repository.autoDeleteHead = change.autoDeleteHead ?? repository.autoDeleteHead;
  for (const [login, role] of Object.entries(change.collaborators ?? {})) {
    if (role === null) repository.collaborators.delete(login.toLowerCase());
    else repository.collaborators.set(login.toLowerCase(), role);
  }
}
