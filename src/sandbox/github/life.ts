import { emitInstallationChange, emitRepositoryChange, emitSelection } from "./events.ts";
import { isInstalledOn } from "./permissions.ts";
import { type Installation, now, type Repository, type User, userOf, type World } from "./state.ts";
import { findRepository, installationOf } from "./world.ts";

/** What the owners of accounts and repositories do on their settings pages. */
export type Life = {
  /** The App keeps its installation but may do nothing, and hears of nothing but that. */
  suspend(owner: string): void;
  unsuspend(owner: string): void;
  uninstall(owner: string): void;
  /** "All repositories", or "Only select repositories" and which. */
  select(owner: string, names: readonly string[] | "all"): void;
  /** The earlier name leads to the new one from then on. */
  rename(owner: string, name: string, newName: string): void;
  /** To another account, under the same name. The App must be installed there to see it. */
  transfer(owner: string, name: string, newOwner: string): void;
  archive(owner: string, name: string): void;
  unarchive(owner: string, name: string): void;
  setPrivate(owner: string, name: string, isPrivate: boolean): void;
  /** "Require a pull request before merging" for these branches; `*` stands for anything. */
  protect(owner: string, name: string, branches: readonly string[]): void;
};

/** Changes the world as GitHub would, with the webhooks that go with it. */
export function createLife(world: World): Life {
  return {
    suspend(owner) {
      const { installation, account } = find(world, owner);
      installation.suspended = { at: now(), by: account };
      emitInstallationChange(world, account, "suspend");
    },
    unsuspend(owner) {
      const { installation, account } = find(world, owner);
      installation.suspended = undefined;
      emitInstallationChange(world, account, "unsuspend");
    },
    uninstall(owner) {
      const { installation, account } = find(world, owner);
      emitInstallationChange(world, account, "deleted");
      world.installations.delete(installation.id);
    },
    select: (owner, names) => select(world, find(world, owner).installation, names),
    rename(owner, name, newName) {
      const repository = findNamed(world, owner, name);
      move(world, repository, () => {
        repository.name = newName;
      });
      emitRepositoryChange(world, repository, {
        action: "renamed",
        changes: { repository: { name: { from: name } } },
      });
    },
    transfer(owner, name, newOwner) {
      const repository = findNamed(world, owner, name);
      const from = repository.owner;
      const to = accountOf(world, newOwner);
      move(world, repository, () => {
        repository.owner = to;
      });
      emitRepositoryChange(world, repository, {
        action: "transferred",
        changes: { owner: { from: { user: { login: from.login, id: from.id } } } },
      });
    },
    archive: (owner, name) => setArchived(world, findNamed(world, owner, name), true),
    unarchive: (owner, name) => setArchived(world, findNamed(world, owner, name), false),
    setPrivate(owner, name, isPrivate) {
      const repository = findNamed(world, owner, name);
      repository.private = isPrivate;
      emitRepositoryChange(world, repository, { action: isPrivate ? "privatized" : "publicized" });
    },
    protect(owner, name, branches) {
      findNamed(world, owner, name).protectedBranches = branches;
    },
  };
}

function select(world: World, installation: Installation, names: readonly string[] | "all"): void {
  const { account } = installation;
  const own = world.repositories.filter((one) => one.owner === account);
  const before = own.filter((one) => isInstalledOn(installation, one));
  const chosen = names === "all" ? own : names.map((name) => findNamed(world, account.login, name));
  installation.repositoryIds = names === "all" ? undefined : new Set(chosen.map(({ id }) => id));
  emitSelection(world, account, {
    selection: names === "all" ? "all" : "selected",
    added: chosen.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !chosen.includes(one)),
  });
}

function setArchived(world: World, repository: Repository, archived: boolean): void {
  repository.archived = archived;
  emitRepositoryChange(world, repository, { action: archived ? "archived" : "unarchived" });
}

function move(world: World, repository: Repository, change: () => void): void {
  const before = `${repository.owner.login}/${repository.name}`.toLowerCase();
  change();
  world.redirects.set(before, repository);
}

function accountOf(world: World, login: string): User {
  const account = userOf(world, login);
  if (!account) throw new Error(`"${login}" is not a login`);
  return account;
}

function find(world: World, owner: string): { installation: Installation; account: User } {
  const account = accountOf(world, owner);
  const installation = installationOf(world, account);
  if (!installation) throw new Error(`The App is not installed for ${owner}`);
  return { installation, account };
}

function findNamed(world: World, owner: string, name: string): Repository {
  const repository = findRepository(world, owner, name);
  if (!repository) throw new Error(`No repository ${owner}/${name}`);
  return repository;
}
