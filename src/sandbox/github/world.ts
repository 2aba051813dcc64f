import { join } from "node:path";
import { notFound } from "./errors.ts";
import { createGitRepository } from "./git/git-repository.ts";
import type { FileAddition } from "./git/write-commit.ts";
import { makeApp, type Registration } from "./make-app.ts";
import { canSee } from "./permissions.ts";
import {
  type Installation,
  newIdentity,
  now,
  type Repository,
  type Role,
  type User,
  userOf,
  type World,
} from "./state.ts";
import type { Actor } from "./tokens.ts";

/** The App as its manifest describes it today. */
export const defaultRegistration: Registration = {
  permissions: {
    contents: "write",
    issues: "write",
    pull_requests: "write",
    checks: "write",
    metadata: "read",
  },
  events: ["issue_comment", "pull_request", "push", "repository"],
};

/** A host with one registered App and nothing else. */
export async function createWorld(dataDirectory: string, registration: Registration): Promise<World> {
  const owner: User = { id: 1, nodeId: "U_MQ", login: "galley-owner", type: "User" };
  const app = await makeApp({
    id: 4001,
    hookId: 6001,
    botId: 8001,
    name: "Galley",
    clientId: "Iv23sandbox0000000000",
    owner,
    webhookUrl: undefined,
    ...registration,
  });
  return {
    url: "",
    dataDirectory,
    app,
    registrations: new Map(),
    users: new Map([app.bot, owner].map((user) => [user.login, user])),
    installations: new Map(),
    repositories: [],
    redirects: new Map(),
    deliveries: [],
    limiters: new Set(),
    redeliver: () => {},
    nodes: new Map(),
    nextId: 10_000,
    requestsUsed: 0,
    tokensOverAt: 0,
    emit: () => {},
  };
}

/** A file of the first commit. `mode` is git's: 100644 (default), 100755, 120000 (symlink), 160000 (submodule: `text` is the commit's oid). */
type SeedFile = {
  path: string;
  text?: string | undefined;
  base64?: string | undefined;
  mode?: string | undefined;
};

export type NewRepository = {
  owner: string;
  name: string;
  private?: boolean | undefined;
  archived?: boolean | undefined;
  drafts?: boolean | undefined;
  autoDeleteHead?: boolean | undefined;
  protectedBranches?: readonly string[] | undefined;
  /** Whether the App may see it: true by default; false leaves it out of the owner's selection. */
  installed?: boolean | undefined;
  defaultBranch?: string | undefined;
  files?: readonly SeedFile[] | undefined;
  collaborators?: Readonly<Record<string, Role>> | undefined;
};

/** Makes a repository with one commit on its default branch, and installs the App for its owner. */
export async function addRepository(world: World, wanted: NewRepository): Promise<Repository> {
  const owner = userOf(world, wanted.owner);
  if (!owner) throw new Error(`"${wanted.owner}" is not a login`);
  // The name becomes a folder's.
  if (!/^(?!\.+$)[\w.-]{1,100}$/.test(wanted.name))
    throw new Error(`"${wanted.name}" is not a name for a repository`);
  if (findRepository(world, wanted.owner, wanted.name))
    throw new Error(`${wanted.owner}/${wanted.name} exists`);
  if (world.redirects.has(`${wanted.owner}/${wanted.name}`.toLowerCase()))
    throw new Error(`${wanted.owner}/${wanted.name} leads to another repository, and stays so here`);
  const defaultBranch = wanted.defaultBranch ?? "main";
  const directory = join(world.dataDirectory, wanted.owner, `${wanted.name}.git`);
  const git = await createGitRepository(directory, defaultBranch);
  const repository: Repository = {
    ...newIdentity(world, "R"),
    kind: "repository",
    owner,
    name: wanted.name,
    private: wanted.private ?? false,
    archived: wanted.archived ?? false,
    drafts: wanted.drafts ?? true,
    autoDeleteHead: wanted.autoDeleteHead ?? false,
    protectedBranches: wanted.protectedBranches ?? [],
    defaultBranch,
    git,
    collaborators: new Map(
      Object.entries(wanted.collaborators ?? {}).map(([login, role]) => [login.toLowerCase(), role]),
    ),
    labels: [],
    issues: [],
    checkRuns: [],
    createdAt: now(),
  };
  const signature = { ...authorSignature(owner), date: now() };
  const oid = await git.writeCommit({
    parent: undefined,
    additions: (wanted.files ?? []).map(toAddition),
    deletions: [],
    message: "First commit\n",
    author: signature,
    committer: signature,
  });
  await git.updateRef(`refs/heads/${defaultBranch}`, oid, undefined);
  world.repositories.push(repository);
  world.nodes.set(repository.nodeId, repository);
  return repository;
}

function toAddition(file: SeedFile): FileAddition {
  if (file.mode === "160000") return { path: file.path, mode: "160000", oid: file.text ?? "" };
  const content =
    file.base64 === undefined ? Buffer.from(file.text ?? "") : Buffer.from(file.base64, "base64");
  return { path: file.path, mode: file.mode ?? "100644", content };
}

/** The installation of the App for an owner, made when there is none. */
export function installFor(world: World, owner: User): { installation: Installation; fresh: boolean } {
  const known = installationOf(world, owner);
  if (known) return { installation: known, fresh: false };
  const installation: Installation = {
    ...newIdentity(world, "MDIzOk"),
    account: owner,
    createdAt: now(),
    suspended: undefined,
    repositoryIds: undefined,
  };
  world.installations.set(installation.id, installation);
  return { installation, fresh: true };
}

export function installationOf(world: World, owner: User): Installation | undefined {
  return [...world.installations.values()].find((installation) => installation.account === owner);
}

/** The repository of that name, upper and lower case being the same as on GitHub. */
export function findRepository(world: World, owner: string, name: string): Repository | undefined {
  const wanted = `${owner}/${name}`.toLowerCase();
  return world.repositories.find((one) => `${one.owner.login}/${one.name}`.toLowerCase() === wanted);
}

/** The repository if the actor can see it, else the same 404 as for one that does not exist. */
export function visibleRepository(world: World, actor: Actor, owner: string, name: string): Repository {
  const repository = findRepository(world, owner, name);
  if (!repository || !canSee(actor, repository)) {
    throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return repository;
}

/** The repository that had this name before it was renamed or transferred, if the actor can see it. */
export function movedRepository(
  world: World,
  actor: Actor,
  owner: string,
  name: string,
): Repository | undefined {
  if (findRepository(world, owner, name)) return undefined;
  const repository = world.redirects.get(`${owner}/${name}`.toLowerCase());
  return repository && canSee(actor, repository) ? repository : undefined;
}

/** The account that an actor writes as. */
export function userFor(world: World, actor: Actor): User {
  if (actor.kind === "person") return actor.user;
  if (actor.kind === "anonymous") throw notFound();
  return world.app.bot;
}

/** The name and address that GitHub writes into the commits of an account. */
export function authorSignature(user: User): { name: string; email: string } {
  return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com` };
}
