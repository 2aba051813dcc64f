import type { Issue, Repository, User, World } from "../state.ts";

/** Addresses of the pages and of the API; a bot's login is percent-encoded, as GitHub does. */
export function userUrls(world: World, user: User): { api: string; html: string } {
  const login = encodeURIComponent(user.login);
  const page = user.type === "Bot" ? `apps/${world.app.slug}` : login;
  return { api: `${world.url}/api/v3/users/${login}`, html: `${world.url}/${page}` };
}

export function repositoryUrls(world: World, repository: Repository): { api: string; html: string } {
  const name = `${repository.owner.login}/${repository.name}`;
  return { api: `${world.url}/api/v3/repos/${name}`, html: `${world.url}/${name}` };
}

export function issueUrl(world: World, issue: Issue): string {
  const kind = issue.pull ? "pull" : "issues";
  return `${repositoryUrls(world, issue.repository).html}/${kind}/${issue.number}`;
}
