import { checkLinks } from "../../../verification/check-links.ts";
import type { Finding } from "../../../verification/finding.ts";
import { settingsPath } from "../../payload.ts";
import type { Context } from "../world.ts";
import { placeHere, planLinks } from "./look-beside.ts";

/**
 * The dead links of a post that is not pushed yet, seen from the commit that it was written from. One request where it
 * links to files, none otherwise; the writers that we have link to none.
 */
export async function findDeadLinks(
  context: Pick<Context, "repository" | "job" | "world">,
  post: { readonly path: string; readonly text: string; readonly commit: string },
): Promise<Finding[]> {
  const { places, linked, read } = planLinks(post, placeHere(context));
  const looked = places.length === 0 ? [] : (await context.repository.look({ settingsPath, places })).looked;
  return checkLinks(linked, read(looked).exists);
}
