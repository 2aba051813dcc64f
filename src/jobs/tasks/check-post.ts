import { z } from "zod";
import type { CheckReport, ChecksOutcome, ChecksRequest } from "../../ports/check-runs.ts";
import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import { renderCode } from "../../pull-request/clean-for-github.ts";
import { evidenceCheck } from "../../pull-request/describe-evidence.ts";
import { hashPost } from "../../pull-request/plan-pull-request.ts";
import { parseSettings } from "../../sources/parse-settings.ts";
import { Ledger } from "../../verification/evidence/ledger.ts";
import { followEdits } from "../../verification/evidence/trace-sentences.ts";
import type { ReviewJob } from "../payload.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import { lookAtPost, type ScreenedPost } from "./look-at-post.ts";
import { listPublic } from "./screen-draft.ts";
import { screenSurfaces } from "./screen-surfaces.ts";
import { Settings } from "./settings.ts";
import type { Context } from "./world.ts";

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

type PushedPost = {
  readonly path: string;
  readonly text: string;
  readonly commit: string;
  readonly settings: Settings;
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
  const { reports, ledger } = found.head
    ? await lookAt(context, own, ledgers, {
        ...found.head,
        commit: found.commit,
        settings: readSettings(found),
      })
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
  { settings, ...post }: PushedPost,
): Promise<{ reports: readonly CheckReport[]; ledger: Ledger }> {
  const { formers, ...gathered } = await gatherEvidence(context, ledgers);
  const { path, text, commit } = post;
  const screened = await screenPost(context, own, settings, post);
  const { entries, reports } = lookAtPost({ path, text, ...gathered, findings: [], screened }, (sentences) =>
    followEdits(sentences, formers),
  );
  const ledger = { ...ledgers.newest, postHash: hashPost(text), commit, path, sentences: [...entries] };
  return { reports, ledger };
}

/** What it says of the sources and nobody released, by what was kept when it was opened; null where nothing was. */
async function screenPost(
  { job, world }: Context<ReviewJob>,
  { repositoryId, number }: OwnPullRequest,
  settings: Settings,
  { path, text }: { readonly path: string; readonly text: string },
): Promise<ScreenedPost | null> {
  const { owner, name } = job.target.repository;
  const surfaces = [
    { place: path, text, hasLines: true },
    { place: "the post's path", text: path, hasLines: false },
  ];
  const isPublic = listPublic(settings, `${owner}/${name}`);
  const key = { repositoryId, pullRequestNumber: number };
  const screened = await screenSurfaces(world, key, { surfaces, isPublic });
  return screened && { ...screened, policy: settings.confidentiality.names };
}

/** Mistakes in the settings are said where settings are read; until they are mended the defaults count. */
function readSettings({ settings }: Pick<ClosedPullRequest, "settings">): Settings {
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
