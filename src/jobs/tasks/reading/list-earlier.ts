import { posix } from "node:path";
import { z } from "zod";
import { UserError } from "../../../errors.ts";
import { parsePostFile } from "../../../pull-request/post-file.ts";
import { type ReadingJob, settingsPath } from "../../payload.ts";
import type { Context } from "../world.ts";
import type { Pinned } from "./gather-sources.ts";

/** What was said before in this repository. */
export const Earlier = z.object({
  title: z.string(),
  about: z.string(),
  /** `published`: a post on the default branch; the others are drafts of ours. */
  state: z.enum(["published", "open", "discarded"]),
  /** The post's path, or the number of the pull request. */
  path: z.string().nullable(),
  number: z.int().nullable(),
});
export type Earlier = z.infer<typeof Earlier>;

/** Of a blog of hundreds of posts the newest are the ones that a new one would repeat. */
const mostPosts = 30;
const folderDepth = 2;

/**
 * The posts on the default branch, at the pinned commit, the newest first, and the drafts of ours that are open or were
 * discarded. Two requests; one where there are no posts.
 */
export async function listEarlier(context: Context<ReadingJob>, pinned: Pinned): Promise<Earlier[]> {
  const { job, world } = context;
  const posts = await readPosts(context, pinned);
  const drafted = await world.store.listEarlierAngles(job.asked.repository.id);
  const drafts = drafted
    .filter(({ state, file }) => state !== "merged" && !posts.some(({ path }) => path === file))
    .map(
      ({ number, angle, state }): Earlier => ({
        title: angle,
        about: "",
        state: state === "discarded" ? "discarded" : "open",
        path: null,
        number,
      }),
    );
  return [...posts, ...drafts];
}

async function readPosts(
  { repository }: Context<ReadingJob>,
  { commit, settings }: Pinned,
): Promise<Earlier[]> {
  const { directory } = settings.content;
  const { looked } = await repository.look({
    settingsPath,
    places: [{ ref: commit, path: directory, depth: folderDepth }],
  });
  const entry = looked[0]?.entry;
  const paths = (entry?.kind === "folder" ? entry.files : [])
    .map(({ path }) => path)
    .filter((path) => /\.(?:md|markdown|mdx)$/i.test(path) && !/(?:^|\/)(?:_?index|readme)\./i.test(path))
    .sort((a, b) => b.localeCompare(a, "en", { numeric: true }))
    .slice(0, mostPosts);
  if (paths.length === 0) return [];
  const texts = await repository.readTexts(paths.map((path) => ({ revision: commit, path })));
  return paths.map((path, at) => ({
    ...readHead(path, texts[at] ?? ""),
    state: "published",
    path,
    number: null,
  }));
}

/** What a post says that it is; its file's name where it says nothing. */
function readHead(path: string, text: string): Pick<Earlier, "title" | "about"> {
  const named = posix
    .basename(path)
    .replace(/\.\w+$/, "")
    .replace(/^\d{4}-\d{2}-\d{2}-/, "")
    .replace(/[-_]+/g, " ");
  try {
    const { data } = parsePostFile(text);
    const { title, description } = z
      .object({ title: z.string().min(1).catch(named), description: z.string().catch("") })
      .parse(data);
    return { title, about: description };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { title: /^# (.+)$/m.exec(text)?.[1] ?? named, about: "" };
  }
}
