import type { User, World } from "../state.ts";
import { userUrls } from "./urls.ts";

/** A "simple user" of REST and of payloads. */
export function renderUser(world: World, user: User) {
  const { api, html } = userUrls(world, user);
  return {
    login: user.login,
    id: user.id,
    node_id: user.nodeId,
    avatar_url: `${world.url}/avatars/u/${user.id}?v=4`,
    gravatar_id: "",
    url: api,
    html_url: html,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    site_admin: false,
    user_view_type: "public",
  };
}

/** A name and an email for the heads of commits in a `push`. */
export function renderCommitter(user: User) {
  return {
    name: user.login,
    email: `${user.id}+${user.login}@users.noreply.github.com`,
    username: user.login,
  };
}
