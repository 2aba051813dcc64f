import { posix } from "node:path";
import { decode, parseUrl } from "../sources/parse-url.ts";
import { type Place, refusePath } from "../sources/reference.ts";
import { describePostLine, type Finding } from "./finding.ts";
import { listLines } from "./list-lines.ts";

/** A file of the post's repository that it links to. Where a branch's name ends an address does not tell: any way may be meant. */
export type LinkedFile = {
  /** The line of the text, from 1. */
  readonly line: number;
  /** Null for a ref: at the post's own commit. No way: the path leads out of the repository. */
  readonly ways: readonly { readonly ref: string | null; readonly path: string }[];
};

const inline = /!?\[[^\]\n]{0,300}\]\(\s*(?:<([^>\n]{1,1000})>|([^)\s]{1,1000}))(?:\s[^)\n]{0,300})?\)/g;
const definition = /^ {0,3}\[[^\]\n]{1,300}\]:\s*(?:<([^>\n]{1,1000})>|(\S{1,1000}))/g;

/**
 * What no site serves under another name than the file's: `about/`, `/about` and `about.html` are pages of a site,
 * made from files that are called something else.
 */
const isFile =
  /\.(?:md|markdown|mdx|txt|vtt|srt|sbv|json|csv|tsv|ya?ml|pdf|png|jpe?g|gif|svg|webp|avif|mp3|mp4|webm|zip)$/i;

/** More links than this are not looked at. */
const mostLinks = 50;

/**
 * The files of its own repository that a text links to: relative targets with a file's ending, seen from the folder of
 * `file`, and addresses of files and folders on this host. Addresses from the site's root may be routes, and code is no
 * link: both are left out.
 */
export function listLinkedFiles(
  markdown: string,
  { file, here }: { file: string; here: Place },
): LinkedFile[] {
  const links = listLines(markdown).flatMap(({ number, text }) =>
    [inline, definition].flatMap((form) =>
      [...text.replaceAll(/(`{1,3})[^`]+\1/g, " ").matchAll(form)].flatMap(([, angled, plain]) => {
        const ways = listWays(angled ?? plain ?? "", { file, here });
        return ways === null ? [] : [{ line: number, ways }];
      }),
    ),
  );
  return links.slice(0, mostLinks);
}

function listWays(target: string, { file, here }: { file: string; here: Place }): LinkedFile["ways"] | null {
  // A template of the site's generator.
  if (/[{}]/.test(target)) return null;
  if (/^https?:/i.test(target)) {
    const meant = parseUrl(target, null, here);
    if (!meant || meant.refusal !== null || meant.repository !== null) return null;
    return meant.candidates.map((path, at) => ({ ref: meant.refs?.[at] ?? null, path }));
  }
  const [bare = ""] = target.split(/[?#]/);
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(bare) || !isFile.test(bare)) return null;
  const path = posix.join(posix.dirname(file), decode(bare));
  return refusePath(path) === null ? [{ ref: null, path }] : [];
}

/** Findings for links that lead to no file. `exists` is asked for each way of `listLinkedFiles`. */
export function checkLinks(
  linked: readonly LinkedFile[],
  exists: (way: LinkedFile["ways"][number]) => boolean,
): Finding[] {
  const dead = linked.filter(({ ways }) => !ways.some(exists));
  return [...new Set(dead.map(({ line }) => line))].map((line) => ({
    rule: "dead-link",
    severity: "warning",
    place: describePostLine(line),
    message:
      "A link of this line leads to no file of the repository: mend it, or commit the file to this branch.",
  }));
}
