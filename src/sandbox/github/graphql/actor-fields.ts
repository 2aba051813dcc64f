import type { User } from "../state.ts";
import { userUrls } from "../views/urls.ts";
import type { Fields } from "./fields.ts";

/** A person, organization or bot. A bot's login has no `[bot]` here, unlike in REST. */
export const actorFields: Fields<User> = {
  id: (user) => user.nodeId,
  databaseId: (user) => user.id,
  login: (user) => (user.type === "Bot" ? user.login.replace(/\[bot\]$/, "") : user.login),
  name: (user) => user.login,
  url: (user, _args, call) => userUrls(call.world, user).html,
  avatarUrl: (user, _args, call) => `${call.world.url}/avatars/u/${user.id}?v=4`,
};
