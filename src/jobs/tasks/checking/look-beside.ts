import { posix } from "node:path";
import type { ClosedPullRequest, Looked, PlaceToLook } from "../../../ports/repository.ts";
import type { Place } from "../../../sources/reference.ts";
import { type LinkedFile, listLinkedFiles } from "../../../verification/check-links.ts";
import type { Surface } from "../../../verification/confidentiality/find-leaks.ts";
import { blankFrontMatter } from "../../../verification/list-lines.ts";
import { targetOf } from "../../payload.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "../world.ts";

/** What is looked at beside a post: the files that it links to, and those that its pull request brings to the site. */
export type Beside = {
  readonly places: readonly PlaceToLook[];
  readonly linked: readonly LinkedFile[];
  /** What stands at the places, in their order. */
  readonly read: (looked: readonly (Looked | null)[]) => {
    readonly exists: (way: LinkedFile["ways"][number]) => boolean;
    readonly others: readonly Surface[];
    /** How many files that the pull request brings were not read, or not to their end. */
    readonly unread: number;
  };
};

/** More files of a pull request than this are not read, and no more of each: finding names in a megabyte takes seconds. */
const mostOthers = 20;
const mostCharacters = 50_000;

/** Nobody reads words in these, so that they take no other file's place. A drawing in SVG is text. */
const isPicture = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|pdf|mp3|m4a|wav|mp4|mov|webm|zip|woff2?|ttf|otf)$/i;

/** The repository that links of a post are seen from. */
export function placeHere({ job, world }: Pick<Context, "job" | "world">): Place {
  const { owner, name } = targetOf(job).repository;
  return { host: world.githubHost, owner, name };
}

/** The places that links of a post lead to, seen from its commit. */
export function planLinks(
  post: { readonly path: string; readonly text: string; readonly commit: string },
  here: Place,
): Beside {
  const linked = listLinkedFiles(blankFrontMatter(post.text), { file: post.path, here });
  const keys = [...new Set(linked.flatMap(({ ways }) => ways.map((way) => keyOf(way, post.commit))))];
  return {
    places: keys.map((key) => ({ ...readKey(key), depth: 0 })),
    linked,
    read: (looked) => ({
      exists: (way) => {
        const entry = looked[keys.indexOf(keyOf(way, post.commit))]?.entry;
        return entry !== undefined && entry.kind !== "missing";
      },
      others: [],
      unread: 0,
    }),
  };
}

type Way = LinkedFile["ways"][number];
const keyOf = ({ ref, path }: Way, commit: string) => `${ref ?? commit}\n${path}`;
function readKey(key: string): { ref: string; path: string } {
  const [ref = "", path = ""] = key.split("\n");
  return { ref, path };
}

/** The same, and what else the pull request adds to the site: files of its folder of posts, and of the post's own. */
export function planBeside(
  found: Pick<ClosedPullRequest, "changed" | "baseBranch" | "head"> & { readonly commit: string },
  settings: Pick<Settings, "content">,
  here: Place,
): Beside {
  const links = planLinks({ path: "", text: "", ...found.head, commit: found.commit }, here);
  const folders = [settings.content.directory, posix.dirname(found.head?.path ?? "")];
  const roots = folders.map((folder) => `${posix.normalize(folder).replace(/\/+$/, "")}/`);
  const brought = found.changed.filter(
    (path) =>
      path !== found.head?.path && !isPicture.test(path) && roots.some((root) => path.startsWith(root)),
  );
  const paths = brought.slice(0, mostOthers);
  const before = `refs/heads/${found.baseBranch}`;
  const [first, second] = [links.places.length, links.places.length + paths.length];
  return {
    linked: links.linked,
    places: [
      ...links.places,
      ...[found.commit, before].flatMap((ref) => paths.map((path) => ({ ref, path, depth: 0 }))),
    ],
    read: (looked) => {
      const texts = paths.map((_, at) =>
        keepNewLines(readText(looked[first + at]), readText(looked[second + at])),
      );
      const cut = texts.filter((text, at) => text.length > mostCharacters || isCut(looked[first + at]));
      return {
        exists: links.read(looked.slice(0, first)).exists,
        others: paths.map((place, at) => {
          return { place, text: (texts[at] ?? "").slice(0, mostCharacters), hasLines: true };
        }),
        unread: brought.length - paths.length + cut.length,
      };
    },
  };
}

/** A file that is no text says nothing that could be read. */
function readText(looked: Looked | null | undefined): string {
  return looked?.entry.kind === "file" ? (looked.entry.text ?? "") : "";
}

function isCut(looked: Looked | null | undefined): boolean {
  return looked?.entry.kind === "file" && looked.entry.isTruncated;
}

/** What was there before the pull request is none of its business; every line stays where it was. */
function keepNewLines(text: string, before: string): string {
  const former = new Set(before.split("\n"));
  return text
    .split("\n")
    .map((line) => (former.has(line) ? "" : line))
    .join("\n");
}
