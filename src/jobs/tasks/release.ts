import { UserError } from "../../errors.ts";
import type { Clearance } from "../../ports/clearances.ts";
import type { PublicationKey } from "../../ports/publications.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import { listKeys } from "../../verification/confidentiality/collect-secrets.ts";
import { hashValue } from "../../verification/confidentiality/fold-value.ts";
import type { ReleaseJob } from "../payload.ts";
import { renewConfidentiality } from "./checking/renew-confidentiality.ts";
import { readClosed } from "./closing/read-closed.ts";
import { waitsForRelease } from "./closing/screen-announcement.ts";
import { send } from "./linkedin.ts";
import { answerOnOwn } from "./telling/answer-on-own.ts";
import type { Context, TaskWorld } from "./world.ts";

/** `/release F3`: somebody with write permission lets a detail of the sources be said on this pull request. */
export async function release(job: ReleaseJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  await answerOnOwn(job, world, signal, obey);
}

async function obey(context: Context<ReleaseJob>, own: OwnPullRequest): Promise<string> {
  const { job, world } = context;
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const wanted = await findWanted(context, own, key);
  await world.clearances.release(
    key,
    wanted.map(({ hash }) => hash),
    { person: job.asked.asker, at: world.clock.now() },
  );
  await renewConfidentiality(context, own);
  const left = (await world.clearances.list(key)).filter(({ releasedBy }) => releasedBy === null);
  const said = `${listNumbers(wanted)} ${wanted.length === 1 ? "is" : "are"} released and may be said here.`;
  return [said, describeLeft(left), await announceHeld(context, own, key)].filter(Boolean).join(" ");
}

async function findWanted(
  context: Context<ReleaseJob>,
  own: OwnPullRequest,
  key: PublicationKey,
): Promise<readonly Clearance[]> {
  const { job, world } = context;
  const known = await world.clearances.list(key);
  const { release: wish } = job;
  if (wish.by === "number") {
    const missing = wish.numbers.filter((number) => !known.some((one) => one.number === number));
    if (missing.length === 0) return known.filter(({ number }) => wish.numbers.includes(number));
    const names = missing.map((number) => `F${number}`).join(", ");
    throw new UserError(
      `There is no finding ${names} on this pull request. ${known.length === 0 ? "Nothing confidential was found here." : `It has ${listNumbers(known)}.`}`,
    );
  }
  if (!(await readClosed(context, own)).isPrivate) {
    throw new UserError(
      "Everybody can read this repository, and so your comment: take it back, and write `/release F1` with the number of the finding.",
    );
  }
  const hashes = new Set(listKeys(wish.words).map((value) => hashValue(key.repositoryId, value)));
  const found = known.filter(({ hash }) => hashes.has(hash));
  if (found.length > 0) return found;
  throw new UserError(
    "No finding of this pull request is about these words: write `/release F1` with its number.",
  );
}

/** A merged post whose announcement waited for this release is announced now. */
async function announceHeld(
  context: Context<ReleaseJob>,
  own: OwnPullRequest,
  key: PublicationKey,
): Promise<string> {
  const publication = await context.world.publications.load(key);
  if (publication?.state !== "failed" || !waitsForRelease(publication.reason)) return "";
  try {
    return await send(context, own);
  } catch (thrown) {
    // What is released stays released, whatever else there is to mend.
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown.message;
  }
}

function describeLeft(left: readonly Clearance[]): string {
  if (left.length === 0) return "Nothing else is left to clear.";
  return `Left to clear: ${listNumbers(left)}.`;
}

function listNumbers(clearances: readonly Clearance[]): string {
  return clearances.map(({ number }) => `F${number}`).join(", ");
}
