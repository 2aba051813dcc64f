import { z } from "zod";
import { UserError } from "../../../errors.ts";
import type { OpenedPullRequest } from "../../../ports/repository.ts";
import { chooseNames } from "../../../pull-request/choose-names.ts";
import type { PlannedPost } from "../../../pull-request/plan-pull-request.ts";
import { hashValue } from "../../../verification/confidentiality/fold-value.ts";
import { hashSecrets } from "../../../verification/confidentiality/hashed-secrets.ts";
import { once } from "../../checkpoint.ts";
import type { DraftJob } from "../../payload.ts";
import { Pinned } from "../reading/gather-sources.ts";
import { readSecrets } from "../reading/read-secrets.ts";
import type { Context } from "../world.ts";
import type { Composed } from "./compose-pull-request.ts";
import { composeDraft, type Material, planRequest, refuseLeaks } from "./plan-request.ts";
import { Written } from "./write-draft.ts";

/** The pull request as it was opened. */
export const Opened = z.object({
  number: z.int(),
  nodeId: z.string(),
  url: z.string(),
  headCommit: z.string(),
  isDraft: z.boolean(),
  labelId: z.string().nullable(),
});

/** Two for each name that was tried. */
const mostLost = 40;

/** The names in use, and those that turned out to be somebody's. */
const Named = z.object({
  slug: z.string(),
  branch: z.string(),
  file: z.string(),
  lost: z.array(z.string()),
});

/**
 * Opens the pull request, once. The names are saved before they are used, so that after a lost answer
 * the next attempt looks under them for what this one may have done.
 */
export async function openPullRequest(
  context: Context<DraftJob>,
  pinned: Pinned,
  written: Written,
): Promise<OpenedPullRequest> {
  const { attempt, repository } = context;
  const material = { pinned, written, secrets: readSecrets(pinned) };
  const opened = await once(attempt, "opened", Opened, async () => {
    const earlier = await attempt.load("named", Named);
    let named = earlier ?? nameDraft(pinned, written, []);
    if (!earlier) {
      refuseLeaks(context, material, named);
      await attempt.save("named", named);
    }
    let mayHaveActed = earlier !== undefined;
    while (named.lost.length < mostLost) {
      const request = planRequest(context, material, named);
      const found = mayHaveActed ? await repository.findOpened(request) : ({ kind: "nothing" } as const);
      const result =
        found.kind === "foreign" ? ({ kind: "taken" } as const) : await repository.open(request, found);
      if (result.kind === "opened") return result.pullRequest;
      // Somebody has the branch, or a post of this name: the next one is saved before it is used.
      named = nameDraft(pinned, written, [...named.lost, named.branch, named.file]);
      await attempt.save("named", named);
      mayHaveActed = false;
    }
    throw new UserError(
      "Twenty names for this draft are taken already: change the issue's title, or `content.filename` in `.github/galley.yml`.",
    );
  });
  await rememberPullRequest(context, material, opened);
  return opened;
}

/** The post as it was opened, and what of the sources it says; undefined before it had a name. */
export async function loadOpened(
  context: Context<DraftJob>,
): Promise<{ file: PlannedPost; leaks: Composed["leaks"] } | undefined> {
  const loaded = await loadMaterial(context);
  if (!loaded) return undefined;
  const { post, leaks } = composeDraft(context, loaded.material, loaded.named);
  return { file: post, leaks };
}

async function loadMaterial({ attempt }: Context<DraftJob>) {
  const named = await attempt.load("named", Named);
  const pinned = await attempt.load("read", Pinned);
  const written = await attempt.load("written", Written);
  if (!named || !pinned || !written) return undefined;
  return { named, material: { pinned, written, secrets: readSecrets(pinned) } };
}

/** After the last attempt: the pull request that one of them opened without hearing of it, if there is one. */
export async function findLostPullRequest(context: Context<DraftJob>): Promise<OpenedPullRequest | null> {
  const loaded = await loadMaterial(context);
  if (!loaded) return null;
  const { named, material } = loaded;
  const found = await context.repository.findOpened(planRequest(context, material, named));
  if (found.kind !== "pull-request") return null;
  await rememberPullRequest(context, material, found.pullRequest);
  return found.pullRequest;
}

async function rememberPullRequest(
  context: Context<DraftJob>,
  material: Material,
  opened: OpenedPullRequest,
): Promise<void> {
  const { attempt, job, world } = context;
  const { pinned, written } = material;
  const named = await attempt.load("named", Named);
  const { installationId, repository } = job.asked;
  const place = { installationId, owner: repository.owner, name: repository.name };
  const pullRequest = {
    repositoryId: repository.id,
    number: opened.number,
    issueNumber: job.asked.issue.number,
    nodeId: opened.nodeId,
    branch: named?.branch ?? "",
    file: named?.file ?? "",
    slug: named?.slug ?? null,
    day: pinned.day,
    headOid: opened.headCommit,
    sources: pinned.sources.map(({ path }) => path),
    angle: written.draft.angle,
  };
  await world.store.savePullRequest(job.workId, pullRequest, place);
  if (!named) return;
  const { leaks } = composeDraft(context, material, named);
  await world.clearances.open(
    { repositoryId: repository.id, pullRequestNumber: opened.number },
    {
      secrets: hashSecrets(repository.id, material.secrets, leaks),
      findings: leaks.map(({ number, value }) => ({ number, hash: hashValue(repository.id, value) })),
    },
  );
}

/** Names that nobody has, as far as the Read saw and earlier attempts found. */
function nameDraft(pinned: Pinned, written: Written, lost: readonly string[]): z.infer<typeof Named> {
  const names = chooseNames({
    slug: written.draft.slug,
    day: pinned.day,
    branchPattern: pinned.settings.branch,
    content: pinned.settings.content,
    taken: { branches: [...pinned.takenBranches, ...lost], files: [...pinned.takenFiles, ...lost] },
  });
  return { ...names, lost: [...lost] };
}
