import { UserError } from "../../../errors.ts";
import type { OpenRequest } from "../../../ports/repository.ts";
import type { Names } from "../../../pull-request/choose-names.ts";
import { cleanLine } from "../../../pull-request/clean-for-github.ts";
import { renderMarker } from "../../../pull-request/marker.ts";
import { hashBrief, hashPost, renderCommitMessage } from "../../../pull-request/plan-pull-request.ts";
import {
  countKinds,
  isBlocking,
  type NumberedLeak,
} from "../../../verification/confidentiality/check-confidentiality.ts";
import type { Secrets } from "../../../verification/confidentiality/collect-secrets.ts";
import { type DraftJob, settingsPath } from "../../payload.ts";
import { draftLabel, type Pinned } from "../reading/gather-sources.ts";
import { buildFileUrl } from "../reading/link-file.ts";
import type { Context } from "../world.ts";
import { type Composed, composePullRequest } from "./compose-pull-request.ts";
import type { Written } from "./write-draft.ts";

/** What a pull request is made of, before it has its names. */
export type Material = { readonly pinned: Pinned; readonly written: Written; readonly secrets: Secrets };

/** What is open to everybody is not opened with what must not be said: nobody could take it back. */
export function refuseLeaks(context: Context<DraftJob>, material: Material, named: Names): void {
  const { isPrivate, settings } = material.pinned;
  const { leaks } = composeDraft(context, material, named);
  const blocking = leaks.filter((leak) => isBlocking(leak, settings.confidentiality.names));
  if (!isPrivate && blocking.length > 0) throw new UserError(describeRefusal(blocking, named.file));
}

/** Why nothing is opened. The path of the post is not said: the value may stand in it. */
export function describeRefusal(leaks: readonly NumberedLeak[], file: string): string {
  const places = leaks.flatMap((leak) =>
    leak.places.map(({ place }) => (place === file ? "the post" : place === "title" ? "the title" : place)),
  );
  const where = new Intl.ListFormat("en").format([...new Set(places)]);
  return `Nothing was opened, because everybody can read this repository and the draft says what only its sources do: ${countKinds(leaks)}, in ${where}. Write from other sources, list what may be said under \`confidentiality.public\` in \`${settingsPath}\`, or set \`confidentiality.names\` to \`flag\`; then write \`/draft\` again.`;
}

/** The pull request under these names. */
export function composeDraft(
  { job, world }: Pick<Context<DraftJob>, "job" | "world">,
  { pinned, written, secrets }: Material,
  named: Names,
): Composed {
  const { repository } = job.asked;
  const name = `${repository.owner}/${repository.name}`;
  return composePullRequest({
    brief: pinned.brief,
    settings: pinned.settings,
    screen: {
      secrets,
      repository: name,
      isPrivate: pinned.isPrivate,
      branch: named.branch,
    },
    day: pinned.day,
    file: named.file,
    slug: named.slug,
    isConnected: world.channel.isConnected(name),
    sources: pinned.sources,
    unread: pinned.unread,
    written,
    urlOf: (source) => buildFileUrl(world.githubUrl, source),
  });
}

/** What is asked of GitHub to open it. */
export function planRequest(context: Context<DraftJob>, material: Material, named: Names): OpenRequest {
  const { job } = context;
  const { pinned, written } = material;
  const composed = composeDraft(context, material, named);
  const { file, text } = composed.post;
  const marker = renderMarker({
    job: job.workId,
    briefHash: hashBrief(pinned.brief),
    draftHash: hashPost(text),
  });
  return {
    repository: `${job.asked.repository.owner}/${job.asked.repository.name}`,
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
