import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import type { Surface } from "../../../verification/confidentiality/find-leaks.ts";
import { type Job, targetOf } from "../../payload.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "../world.ts";
import { listPublic } from "./list-public.ts";
import type { ScreenedPost } from "./look-at-post.ts";
import { screenSurfaces } from "./screen-surfaces.ts";

type Shown = Pick<ClosedPullRequest, "title" | "body" | "isPrivate"> & {
  readonly head: { readonly path: string; readonly text: string };
};

/**
 * What a pull request says of the sources and nobody released, by what was kept when it was opened; null where nothing
 * was. Its title, branch and post, and what else it brings to the site; its body where everybody can read it.
 */
export async function screenPullRequest(
  { job, world }: Pick<Context<Job>, "job" | "world">,
  own: Pick<OwnPullRequest, "repositoryId" | "number" | "branch">,
  settings: Settings,
  shown: Shown & {
    readonly others: readonly Surface[];
    /** How many others were not read, or not to their end. */
    readonly unread: number;
    /** Paths as the body shows them: they are no words of anybody. */
    readonly paths: readonly string[];
  },
): Promise<ScreenedPost | null> {
  const { owner, name } = targetOf(job).repository;
  const { head, title, body, isPrivate, others, unread, paths } = shown;
  const part = (place: string, text: string): Surface => ({ place, text, hasLines: false });
  const surfaces: Surface[] = [
    { place: head.path, text: head.text, hasLines: true },
    part("the post's path", head.path),
    part("the branch", own.branch),
    part("the pull request's title", title),
    ...(isPrivate ? [] : [part("the pull request", readBody(body, [head.path, ...paths]))]),
    ...others,
  ];
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const isPublic = listPublic(settings, `${owner}/${name}`);
  const screened = await screenSurfaces(world, key, { surfaces, isPublic });
  const files = [head.path, ...others.map(({ place }) => place)];
  return screened && { ...screened, files, unread, policy: settings.confidentiality.names };
}

/** The words of a body, without what cleaned them, and without the paths that we name sources by. */
function readBody(body: string, paths: readonly string[]): string {
  const plain = body.replaceAll("\u200B", "").replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, "");
  return paths.reduce((text, path) => text.replaceAll(path, " "), plain);
}
