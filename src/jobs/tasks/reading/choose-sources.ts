import type { Repository } from "../../../ports/repository.ts";
import { judgeFile, type RepositoryEntry, type SourceRules } from "../../../sources/judge-file.ts";
import type { Reference } from "../../../sources/reference.ts";

/** What stands where a reference points to, with the rules of every repository that has a say in it. */
export type Found =
  | { readonly kind: "unread"; readonly path: string; readonly reason: string }
  | {
      readonly kind: "found";
      readonly reference: Pick<Reference, "note" | "lines">;
      /** `owner/name` */
      readonly repository: string;
      readonly path: string;
      /** Said of it when it cannot be read. */
      readonly written: string;
      readonly commit: string;
      readonly entry: RepositoryEntry;
      readonly rules: readonly SourceRules[];
      /** Read from a private repository for a public one: neither its name nor what is wrong with it is told. */
      readonly isWithheld: boolean;
      readonly from: Pick<Repository, "readBlob">;
    };

/** What a reference came to: a file that is read, or why it is not. */
export type Chosen =
  | Extract<Found, { kind: "unread" }>
  | (Omit<Extract<Found, { kind: "found" }>, "kind" | "entry" | "rules"> & {
      readonly kind: "file";
      readonly oid: string;
      readonly text: string;
      readonly isTruncated: boolean;
    });

/**
 * One sentence for all that must look the same from outside: no such repository, no such file, the App not
 * installed there, the asker not allowed to read it.
 */
export const unreadable =
  "it cannot be read: check the path, that this App is installed for that repository, and that you may read it";

/** Decides for each file whether it may be read. A file that several references name is read once. */
export function chooseSources(found: readonly Found[], totalMegabytes: number): Chosen[] {
  let bytesLeft = totalMegabytes * 1_000_000;
  const seen = new Set<string>();
  return found.flatMap((one): Chosen[] => {
    if (one.kind === "unread") return [one];
    const { entry, rules, kind: _, ...place } = one;
    const key = JSON.stringify([place.repository, place.commit, place.path, place.reference.lines]);
    if (seen.has(key)) return [];
    seen.add(key);
    const refuse = (reason: string): Chosen[] => [
      { kind: "unread", path: place.written, reason: place.isWithheld ? unreadable : reason },
    ];
    const [reason] = rules.flatMap((rule) => judgeFile(place.path, entry, rule) ?? []);
    if (reason !== undefined || entry.kind !== "file" || entry.text === null)
      return refuse(reason ?? "it cannot be read");
    if (entry.bytes > bytesLeft) return refuse(describeTotal(totalMegabytes));
    bytesLeft -= entry.bytes;
    const { oid, text, isTruncated } = entry;
    return [{ ...place, kind: "file", oid, text, isTruncated }];
  });
}

/** Why a file is left out that would be read by itself. */
export function describeTotal(totalMegabytes: number): string {
  return `all sources together are larger than ${totalMegabytes} MB: name fewer`;
}
