import type { Draft } from "../../../drafting/draft.ts";
import type { PlannedPost } from "../../../pull-request/plan-pull-request.ts";
import {
  type NumberedLeak,
  numberLeaks,
} from "../../../verification/confidentiality/check-confidentiality.ts";
import type { Secrets } from "../../../verification/confidentiality/collect-secrets.ts";
import { findLeaks, type Surface } from "../../../verification/confidentiality/find-leaks.ts";
import { openSecrets } from "../../../verification/confidentiality/hashed-secrets.ts";
import { listPublic } from "../checking/list-public.ts";
import type { Settings } from "../settings.ts";

/** Who reads what, as far as a draft is concerned. */
export type Screen = {
  readonly secrets: Secrets;
  /** `owner/name`; null on the command line. */
  readonly repository: string | null;
  /** Whoever reads the pull request reads the sources too: then only what the site shows is looked at. */
  readonly isPrivate: boolean;
  readonly branch: string | null;
};

/**
 * What of the sources a draft says, with new numbers: in its title, branch, path and file, of which the front matter
 * has slug, description and announcement; in a public repository in the pull request's body too.
 */
export function screenDraft(
  draft: Pick<Draft, "title" | "hook" | "angle" | "usedFor">,
  post: Pick<PlannedPost, "file" | "text">,
  settings: Pick<Settings, "confidentiality" | "site">,
  { secrets, repository, isPrivate, branch }: Screen,
): NumberedLeak[] {
  const part = (place: string, text: string): Surface => ({ place, text, hasLines: false });
  // Headings, one behind the other: the capital that opens one is no name inside of a sentence.
  const uses = Object.values(draft.usedFor).flatMap((use) => use.split("; "));
  const body = [draft.hook, draft.angle, ...uses];
  const surfaces: Surface[] = [
    part("title", draft.title),
    part("the branch", branch ?? ""),
    part("the post's path", post.file),
    { place: post.file, text: post.text, hasLines: true },
    ...(isPrivate ? [] : body.map((text) => part("the pull request", text))),
  ];
  return numberLeaks(findLeaks(surfaces, openSecrets(secrets), listPublic(settings, repository)), new Map());
}
