import { PermanentError, UserError } from "../../../errors.ts";
import type { PlaceToLook, Repository, RepositoryLook } from "../../../ports/repository.ts";
import { decodeText } from "../../../sources/decode-text.ts";
import type { RepositoryEntry } from "../../../sources/judge-file.ts";
import type { LedgerSource } from "../../../verification/evidence/ledger.ts";
import { type ReviewJob, settingsPath } from "../../payload.ts";
import type { Context } from "../world.ts";

/** A source of a ledger with its text; null when it cannot be read any more. */
export type ReadSource = LedgerSource & { readonly text: string | null; readonly isPrivate: boolean };

/** Where a source is looked at again. */
export function placeOf({ origin }: LedgerSource): PlaceToLook {
  return { ref: origin?.commit ?? "", path: origin?.path ?? "", depth: 0 };
}

/** The texts of what was looked at, in order; one request more for each file over 512,000 bytes. */
export async function readTexts(
  repository: Pick<Repository, "readBlob">,
  { looked }: Pick<RepositoryLook, "looked">,
): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for (const one of looked) texts.push(one ? await readEntry(repository, one.entry) : null);
  return texts;
}

async function readEntry(
  repository: Pick<Repository, "readBlob">,
  entry: RepositoryEntry,
): Promise<string | null> {
  if (entry.kind !== "file") return null;
  if (!entry.isTruncated) return entry.text;
  try {
    return decodeText(await repository.readBlob(entry.oid));
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return null;
  }
}

/** Sources of another repository. The App may not be installed there any more, or it may be gone: then nothing is read. */
export async function readOther(
  { job, world }: Context<ReviewJob>,
  fullName: string,
  sources: readonly LedgerSource[],
): Promise<ReadSource[]> {
  const [owner = "", name = ""] = fullName.split("/");
  const repository = world.connectRepository({ installationId: job.target.installationId, owner, name });
  try {
    const view = await repository.look({ settingsPath, places: sources.map(placeOf) });
    const texts = await readTexts(repository, view);
    return sources.map((source, index) => ({
      ...source,
      text: texts[index] ?? null,
      isPrivate: view.isPrivate,
    }));
  } catch (thrown) {
    if (!(thrown instanceof UserError) && !(thrown instanceof PermanentError)) throw thrown;
    return sources.map((source) => ({ ...source, text: null, isPrivate: true }));
  }
}
