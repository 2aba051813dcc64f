import { emitInstallationChange, emitRepositoryChange } from "./events.ts";
import { type Installation, now, type Repository, type User, userOf, type World } from "./state.ts";
import { findRepository, installationOf } from "./world.ts";

/** What the owners of accounts and repositories do on their settings pages. */
export type Life = {
  /** The App keeps its installation but may do nothing, and hears of nothing but that. */
  suspend(owner: string): void;
  unsuspend(owner: string): void;
  uninstall(owner: string): void;
  /** The earlier name leads to the new one from then on. */
  rename(owner: string, name: string, newName: string): void;
  /** To another account, under the same name. The App must be installed there to see it. */
  transfer(owner: string, name: string, newOwner: string): void;
  archive(owner: string, name: string): void;
  unarchive(owner: string, name: string): void;
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
  };
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
