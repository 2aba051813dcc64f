import { z } from "zod";
import type { Looked, PlaceToLook } from "../../ports/repository.ts";
import type { ListedFile, RepositoryEntry } from "../../sources/judge-file.ts";

/** What is read of a file. */
export const entryFields = `
  fragment Entry on TreeEntry {
    mode type oid
    object { ... on Blob { byteSize isBinary isTruncated text } }
  }`;

const Listed = z.object({
  name: z.string(),
  mode: z.int(),
  type: z.string(),
  size: z.int().optional(),
  get object() {
    return z.object({ entries: z.array(Listed).nullish() }).nullish();
  },
});

/** A file, a folder, a link or a submodule of a commit. */
export const Entry = z
  .object({
    mode: z.int(),
    type: z.string(),
    oid: z.string(),
    object: z
      .object({
        byteSize: z.int().optional(),
        isBinary: z.boolean().nullish(),
        isTruncated: z.boolean().optional(),
        text: z.string().nullish(),
        entries: z.array(Listed).nullish(),
      })
      .nullish(),
  })
  .nullable();

/** The answer for a place; the top of a commit has no entry of its own, only a tree. */
const Found = z.object({
  oid: z.string(),
  found: Entry.optional(),
  top: z.object({ entries: z.array(Listed).nullish() }).nullish(),
});
const FoundAtRef = z.object({ ...Found.partial().shape, target: Found.partial().nullish() }).nullish();

/** The parts of a query that looks at places: what is asked of the repository itself, with its variables. */
export function renderPlaces(places: readonly PlaceToLook[]): {
  parameters: string;
  fields: string;
  variables: Record<string, string>;
} {
  const rows = places.map(({ ref, path, depth }, index) => {
    const found = path === "" ? `top: tree { ${renderListing(depth)} }` : renderFile(index, depth);
    const commit = `oid ${found}`;
    return {
      parameters: `, $ref${index}: String!${path === "" ? "" : `, $place${index}: String!`}`,
      // An annotated tag is an object of its own that points to the commit.
      fields: `place${index}: object(expression: $ref${index}) { ... on Commit { ${commit} } ... on Tag { target { ... on Commit { ${commit} } } } }`,
      variables: { [`ref${index}`]: ref ?? "HEAD", ...(path === "" ? {} : { [`place${index}`]: path }) },
    };
  });
  return {
    parameters: rows.map(({ parameters }) => parameters).join(""),
    fields: rows.map(({ fields }) => fields).join("\n"),
    variables: Object.assign({}, ...rows.map(({ variables }) => variables)),
  };
}

function renderFile(index: number, depth: number): string {
  const listing = depth > 0 ? ` object { ... on Tree { ${renderListing(depth)} } }` : "";
  return `found: file(path: $place${index}) { ...Entry${listing} }`;
}

function renderListing(depth: number): string {
  const below = depth > 1 ? ` object { ... on Tree { ${renderListing(depth - 1)} } }` : "";
  return `entries { name mode type size${below} }`;
}

/** What came back for each place, in their order. */
export function readAnswers(
  places: readonly PlaceToLook[],
  repository: Readonly<Record<string, unknown>>,
): (Looked | null)[] {
  return places.map(({ path }, index) => {
    const answer = FoundAtRef.parse(repository[`place${index}`]);
    const { oid, found, top } = answer?.target ?? answer ?? {};
    if (oid === undefined) return null;
    const entry: RepositoryEntry =
      path === ""
        ? { kind: "folder", files: listFiles(top?.entries ?? [], "") }
        : describeEntry(found ?? null, path);
    return { commit: oid, entry };
  });
}

/** A symbolic link's mode is 120000 in git's octal. */
const symlinkMode = 0o120000;

/** An entry in our words. `path` is its own, from which those of a folder's files are made. */
export function describeEntry(entry: z.infer<typeof Entry>, path = ""): RepositoryEntry {
  if (!entry) return { kind: "missing" };
  if (entry.type === "commit") return { kind: "submodule" };
  if (entry.type === "tree")
    return { kind: "folder", files: listFiles(entry.object?.entries ?? [], `${path}/`) };
  const { byteSize = 0, isBinary, isTruncated = false, text } = entry.object ?? {};
  if (entry.mode === symlinkMode) return { kind: "symlink", target: text ?? "" };
  return {
    kind: "file",
    oid: entry.oid,
    bytes: byteSize,
    text: isBinary ? null : (text ?? null),
    isTruncated,
  };
}

/** Regular files only: a link or a submodule in a folder is not followed. */
function listFiles(entries: readonly z.infer<typeof Listed>[], prefix: string): ListedFile[] {
  return entries.flatMap(({ name, mode, type, size = 0, object }) => {
    const path = `${prefix}${name}`;
    if (type === "tree") return listFiles(object?.entries ?? [], `${path}/`);
    return type === "blob" && mode !== symlinkMode ? [{ path, bytes: size }] : [];
  });
}
