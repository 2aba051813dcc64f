import { z } from "zod";
import { UserError } from "../../errors.ts";
import type { OpenedPullRequest, OpenRequest } from "../../ports/repository.ts";
import { chooseNames, type Names } from "../../pull-request/choose-names.ts";
import { cleanLine } from "../../pull-request/clean-for-github.ts";
import { renderMarker } from "../../pull-request/marker.ts";
import { hashBrief, hashPost, renderCommitMessage } from "../../pull-request/plan-pull-request.ts";
import { once } from "../checkpoint.ts";
import type { DraftJob } from "../payload.ts";
import { composePullRequest } from "./compose-pull-request.ts";
import { draftLabel, Pinned } from "./gather-sources.ts";
import type { Context } from "./world.ts";
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
  const opened = await once(attempt, "opened", Opened, async () => {
    const earlier = await attempt.load("named", Named);
    let named = earlier ?? nameDraft(pinned, written, []);
    if (!earlier) await attempt.save("named", named);
    let mayHaveActed = earlier !== undefined;
    while (named.lost.length < mostLost) {
      const request = planRequest(context, pinned, written, named);
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
  await rememberPullRequest(context, opened);
  return opened;
}

/** After the last attempt: the pull request that one of them opened without hearing of it, if there is one. */
export async function findLostPullRequest(context: Context<DraftJob>): Promise<OpenedPullRequest | null> {
  const { attempt, repository } = context;
  const named = await attempt.load("named", Named);
  const pinned = await attempt.load("read", Pinned);
  const written = await attempt.load("written", Written);
  if (!named || !pinned || !written) return null;
  const found = await repository.findOpened(planRequest(context, pinned, written, named));
  if (found.kind !== "pull-request") return null;
  await rememberPullRequest(context, found.pullRequest);
  return found.pullRequest;
}

async function rememberPullRequest(
  { attempt, job, world }: Context<DraftJob>,
  opened: OpenedPullRequest,
): Promise<void> {
  const named = await attempt.load("named", Named);
  const pinned = await attempt.load("read", Pinned);
  const written = await attempt.load("written", Written);
  const { installationId, repository } = job.asked;
  const place = { installationId, owner: repository.owner, name: repository.name };
  const pullRequest = {
    repositoryId: job.asked.repository.id,
    number: opened.number,
    issueNumber: job.asked.issue.number,
    nodeId: opened.nodeId,
    branch: named?.branch ?? "",
    file: named?.file ?? "",
    slug: named?.slug ?? null,
    day: pinned?.day ?? null,
    headOid: opened.headCommit,
    sources: pinned?.sources.map(({ path }) => path) ?? [],
    angle: written?.draft.angle ?? "",
  };
  await world.store.savePullRequest(job.workId, pullRequest, place);
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

function planRequest(
  { job, world }: Context<DraftJob>,
  pinned: Pinned,
  written: Written,
  named: Names,
): OpenRequest {
  const { repository } = job.asked;
  const name = `${repository.owner}/${repository.name}`;
  const composed = composePullRequest({
    brief: pinned.brief,
    repository: name,
    settings: pinned.settings,
    day: pinned.day,
    file: named.file,
    slug: named.slug,
    isConnected: world.channel.isConnected(name),
    sources: pinned.sources,
    unread: pinned.unread,
    written,
    urlOf: ({ repository: place, path, commit }) =>
      place &&
      `${world.githubUrl}/${place}/blob/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`,
  });
  const { file, text } = composed.post;
  const marker = renderMarker({
    job: job.workId,
    briefHash: hashBrief(pinned.brief),
    draftHash: hashPost(text),
  });
  return {
    repository: name,
    repositoryNodeId: pinned.repositoryNodeId,
    baseBranch: pinned.defaultBranch,
    baseCommit: pinned.commit,
    branch: named.branch,
    file: { path: file, text },
    commitMessage: renderCommitMessage(written.draft.title, job.workId),
    title: cleanLine(written.draft.title).slice(0, 250),
    body: composed.renderBody({ isDraft: true, marker }),
    bodyWithoutDraft: composed.renderBody({ isDraft: false, marker }),
    marker,
    label: draftLabel,
    labelId: pinned.labelId,
  };
}
