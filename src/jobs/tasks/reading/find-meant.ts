import type { Looked, PlaceToLook, RepositoryView } from "../../../ports/repository.ts";
import {
  judgePath,
  type ListedFile,
  type RepositoryEntry,
  type SourceRules,
} from "../../../sources/judge-file.ts";
import {
  findFolder,
  folderDepth,
  hasWildcard,
  matchPattern,
  mostOfFolder,
  mostOfPattern,
} from "../../../sources/match-pattern.ts";
import { isReadme } from "../../../sources/pick-newest.ts";
import type { Reference } from "../../../sources/reference.ts";
import { resolveLink } from "../../../sources/resolve-link.ts";

/** What a reference means, as far as the first look at the repository tells. */
export type Meant =
  | { readonly kind: "unread"; readonly path: string; readonly reason: string }
  | (Located & { readonly kind: "seen"; readonly entry: RepositoryEntry })
  /** It is known to be there; its text is still to be read. `bytes` is 0 where that is not known either. */
  | (Located & { readonly kind: "unseen"; readonly bytes: number })
  /** A folder or a pattern: the newest of these, `most` of them. */
  | {
      readonly kind: "several";
      readonly reference: Reference;
      readonly commit: string;
      readonly files: readonly ListedFile[];
      readonly most: number;
    }
  | { readonly kind: "elsewhere"; readonly reference: Reference; readonly repository: string };

type Located = { readonly reference: Reference; readonly path: string; readonly commit: string };

/** The places that the one Read must look at for these references, beside plain paths. */
export function listPlaces(references: readonly Reference[]): PlaceToLook[] {
  const places = new Map<string, PlaceToLook>();
  const add = (place: PlaceToLook) => {
    const key = JSON.stringify([place.ref, place.path]);
    places.set(key, { ...place, depth: Math.max(place.depth, places.get(key)?.depth ?? 0) });
  };
  for (const { repository, candidates, refs, folder } of references) {
    if (repository !== null) continue;
    const pattern = refs ? undefined : candidates.at(-1);
    if (pattern !== undefined && hasWildcard(pattern)) {
      const { folder: path, depth } = findFolder(pattern);
      add({ ref: null, path, depth });
    } else if (refs || folder) {
      for (const [index, path] of candidates.entries())
        add({ ref: refs?.[index] ?? null, path, depth: folder ? folderDepth : 0 });
    }
  }
  return [...places.values()];
}

type View = Pick<RepositoryView, "entries" | "looked" | "commit">;

/**
 * What each reference means. `view.looked` answers `listPlaces` of the same references. A reference that nobody
 * marked as one, and that is no file, was prose: nothing is said of it.
 */
export function findMeant(references: readonly Reference[], view: View, rules: SourceRules): Meant[] {
  const places = listPlaces(references);
  const at = (ref: string | null, path: string) =>
    view.looked[places.findIndex((place) => place.ref === ref && place.path === path)] ?? null;
  const meant = references.flatMap((reference) => describe(reference, view, at, rules));
  const named = new Set(
    meant.flatMap((one) => (one.kind === "seen" || one.kind === "unseen" ? `${one.commit}:${one.path}` : [])),
  );
  // A file that is named itself stands there with its own note.
  return meant.map((one) =>
    one.kind === "several"
      ? { ...one, files: one.files.filter(({ path }) => !named.has(`${one.commit}:${path}`)) }
      : one,
  );
}

type LookUp = (ref: string | null, path: string) => Looked | null;

function describe(reference: Reference, view: View, at: LookUp, rules: SourceRules): Meant[] {
  const { written, explicit, refusal, repository, refs } = reference;
  if (refusal !== null) return [{ kind: "unread", path: written, reason: refusal }];
  if (repository !== null && reference.candidates.some((path) => /[*?]/.test(path)))
    return [
      { kind: "unread", path: written, reason: "patterns are read in this repository only: name the files" },
    ];
  if (repository !== null) return [{ kind: "elsewhere", reference, repository }];
  const located = refs ? locate(reference, at) : locatePlain(reference, view, at);
  if (typeof located === "string") {
    const pattern = refs ? undefined : reference.candidates.at(-1);
    if (pattern !== undefined && hasWildcard(pattern)) return expandPattern(reference, pattern, at, rules);
    return explicit ? [{ kind: "unread", path: written, reason: located }] : [];
  }
  const { path, commit, entry } = located;
  if (entry.kind === "folder" && reference.folder)
    return expandFolder({ reference, path, commit }, entry.files, rules);
  if (entry.kind === "symlink" && explicit)
    return followLink({ reference, path, commit }, entry.target, rules);
  if (!explicit && entry.kind !== "file") return [];
  return [{ kind: "seen", reference, path, commit, entry }];
}

/** The first of a reference's candidates that is there, or why there is none. */
export function locate(reference: Reference, at: LookUp): (Looked & { readonly path: string }) | string {
  let reason = "there is no branch, tag or commit as the link has it: copy the link again";
  for (const [index, path] of reference.candidates.entries()) {
    const looked = at(reference.refs?.[index] ?? null, path);
    if (looked && looked.entry.kind !== "missing") return { ...looked, path };
    if (looked) reason = "there is no such file at that branch, tag or commit: check the link";
  }
  return reason;
}

function locatePlain({ candidates }: Reference, { entries, commit }: View, at: LookUp) {
  for (const path of candidates) {
    const entry = entries.get(path) ?? { kind: "missing" };
    if (entry.kind === "folder") return { path, ...(at(null, path) ?? { commit, entry }) };
    if (entry.kind !== "missing") return { path, commit, entry };
  }
  return "there is no such file on the default branch: check the path";
}

function expandPattern(reference: Reference, pattern: string, at: LookUp, rules: SourceRules): Meant[] {
  const { written, explicit } = reference;
  const looked = at(null, findFolder(pattern).folder);
  const matched = matchPattern(pattern, looked?.entry.kind === "folder" ? looked.entry.files : []);
  if (typeof matched === "string") return [{ kind: "unread", path: written, reason: matched }];
  const files = matched.filter(({ path }) => judgePath(path, rules) === null);
  if (looked && files.length > 0)
    return [{ kind: "several", reference, commit: looked.commit, files, most: mostOfPattern }];
  const reason =
    matched.length > 0
      ? "none of the files that it matches may be a source: see `sources` in `.github/galley.yml`"
      : "no file matches it: check the pattern";
  return explicit ? [{ kind: "unread", path: written, reason }] : [];
}

function expandFolder(
  { reference, commit }: Located,
  listed: readonly ListedFile[],
  rules: SourceRules,
): Meant[] {
  const files = listed.filter(({ path }) => judgePath(path, rules) === null && !isReadme(path));
  if (files.length > 0) return [{ kind: "several", reference, commit, files, most: mostOfFolder }];
  return [
    {
      kind: "unread",
      path: reference.written,
      reason: "the folder holds no file that may be a source: see `sources` in `.github/galley.yml`",
    },
  ];
}

/** A link is followed once, to a file that the settings leave open too. */
function followLink({ reference, path, commit }: Located, target: string, rules: SourceRules): Meant[] {
  const resolved = resolveLink(path, target);
  const reason =
    judgePath(path, rules) ??
    (resolved === null ? "it is a symbolic link that leaves the repository: commit the file itself" : null);
  if (reason !== null || resolved === null) return [{ kind: "unread", path, reason: reason ?? "" }];
  return [{ kind: "unseen", reference, path: resolved, commit, bytes: 0 }];
}
