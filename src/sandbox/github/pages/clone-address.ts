import type { Place } from "./frame-repository.ts";

/** Where somebody clones a repository from and pushes to: their token is the password, or git would ask for one. */
export function cloneAddress({ world, name, person }: Pick<Place, "world" | "name" | "person">): string {
  const url = new URL(`${world.url}/${name}.git`);
  url.username = person;
  url.password = `ghu_${person}`;
  return url.href;
}
