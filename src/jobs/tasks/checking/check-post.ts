import { z } from "zod";
import type { CheckReport, ChecksOutcome, ChecksRequest } from "../../../ports/check-runs.ts";
import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { renderCode } from "../../../pull-request/clean-for-github.ts";
import { evidenceCheck } from "../../../pull-request/describe-evidence.ts";
import { hashPost } from "../../../pull-request/plan-pull-request.ts";
import { parseSettings } from "../../../sources/parse-settings.ts";
import { checkEdits } from "../../../verification/evidence/check-edits.ts";
import { Ledger } from "../../../verification/evidence/ledger.ts";
import { followEdits } from "../../../verification/evidence/trace-sentences.ts";
import type { ReviewJob } from "../../payload.ts";
import { gatherEvidence } from "../reading/gather-evidence.ts";
import { Settings } from "../settings.ts";
import type { Context } from "../world.ts";
import { checkFile } from "./check-file.ts";
import { lookAtPost } from "./look-at-post.ts";
import { placeHere, planBeside } from "./look-beside.ts";
import { screenPullRequest } from "./screen-pull-request.ts";

const Ledgers = z.object({ first: Ledger, newest: Ledger });
type Ledgers = z.infer<typeof Ledgers>;

/** The draft's ledger and the newest; null for a pull request that was opened by a Galley that kept none. */
export async function loadLedgers(
  { world }: Pick<Context, "world">,
  own: OwnPullRequest,
): Promise<Ledgers | null> {
  const kept = await world.ledgers.load(own);
  return kept ? Ledgers.parse(kept) : null;
}

type PushedPost = ClosedPullRequest & {
  readonly head: NonNullable<ClosedPullRequest["head"]>;
  readonly commit: string;
};

/**
 * Looks at a post that was pushed, and makes its check runs. The ledger is saved last, so that an attempt that was
 * killed is followed by one that does it all again and makes no check run twice.
 */
export async function checkPost(
  context: Context<ReviewJob>,
  own: OwnPullRequest,
  ledgers: Ledgers,
  found: ClosedPullRequest & { readonly commit: string },
): Promise<void> {
  const { world, repository, attempt } = context;
  const { head } = found;
  const { reports, ledger } = head
    ? await lookAt(context, own, ledgers, { ...found, head })
    : { reports: [reportMissing(ledgers.newest.path)], ledger: null };
  const { repositoryNodeId, commit } = found;
  const mayHaveActed = attempt.number > 1;
  const request = { repositoryNodeId, commit, externalId: identifyChecks(own), reports, mayHaveActed };
  logChecks(context, await repository.postChecks(request));
  if (ledger) await world.ledgers.save(own, ledger.postHash, ledger);
}

/** By this our check runs of a commit are known as those of a pull request. */
export function identifyChecks({ nodeId }: Pick<OwnPullRequest, "nodeId">): ChecksRequest["externalId"] {
  return nodeId;
}

/** One line in the log where check runs could not be made: the work goes on without them. */
export function logChecks({ job, world }: Pick<Context, "job" | "world">, outcome: ChecksOutcome): void {
  if (outcome === "posted") return;
  const why =
    outcome === "forbidden"
      ? "Skipped the check runs: this installation has not accepted the permission checks: write"
      : "Skipped the check runs: GitHub did not take them";
  world.log.warn({ workId: job.workId }, why);
}

async function lookAt(
  context: Context<ReviewJob>,
  own: OwnPullRequest,
  ledgers: Ledgers,
  found: PushedPost,
): Promise<{ reports: readonly CheckReport[]; ledger: Ledger }> {
  const { head, commit } = found;
  const { path, text } = head;
  const settings = readPostSettings(found);
  const { places, linked, read } = planBeside(found, settings, placeHere(context));
  const { formers, looked, ...gathered } = await gatherEvidence(context, ledgers, places);
  const { exists, ...beside } = read(looked);
  const paths = ledgers.newest.sources.map((source) => source.path);
  const screened = await screenPullRequest(context, own, settings, { ...found, ...beside, paths });
  const former = formers.at(-1)?.sentences ?? null;
  const { entries, reports } = lookAtPost(
    {
      ...{ path, text, ...gathered, screened },
      check: (sentences, entries) => [
        ...checkEdits(sentences, entries, { draft: ledgers.first, former, ...gathered }),
        ...checkFile(text, settings.style, { linked, exists }),
      ],
    },
    (sentences) => followEdits(sentences, formers),
  );
  const ledger = { ...ledgers.newest, postHash: hashPost(text), commit, path, sentences: [...entries] };
  return { reports, ledger };
}

/** Mistakes in the settings are said where settings are read; until they are mended the defaults count. */
export function readPostSettings({ settings }: Pick<ClosedPullRequest, "settings">): Settings {
  const parsed = parseSettings((settings.kind === "file" ? settings.text : null) ?? "", Settings);
  return parsed.ok ? parsed.settings : Settings.parse({});
}

function reportMissing(file: string): CheckReport {
  return {
    name: evidenceCheck,
    conclusion: "neutral",
    title: "The post is not to be found",
    summary: `Nothing could be checked: put the post back as ${renderCode(file)}.`,
    text: null,
    annotations: [],
  };
}
