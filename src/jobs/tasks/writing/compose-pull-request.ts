import { dropTags } from "../../../drafting/clean-markdown.ts";
import { buildPostUrl, composeAnnouncement } from "../../../publishing/compose-announcement.ts";
import { type BodyInput, renderBody, type ShownSource } from "../../../pull-request/body.ts";
import { type PlannedPost, planPost } from "../../../pull-request/plan-pull-request.ts";
import type { Brief } from "../../../sources/brief.ts";
import type { Source } from "../../../sources/source.ts";
import {
  checkConfidentiality,
  type NumberedLeak,
} from "../../../verification/confidentiality/check-confidentiality.ts";
import type { Unreadable } from "../reading/read-transcripts.ts";
import type { Settings } from "../settings.ts";
import { type Screen, screenDraft } from "./screen-draft.ts";
import type { Written } from "./write-draft.ts";

/** What a pull request says and carries; on the command line it is printed, on GitHub it is opened. */
export type Composed = {
  readonly post: PlannedPost;
  readonly announcement: string;
  /** What of the sources is said, whether or not the settings make findings of it. */
  readonly leaks: readonly NumberedLeak[];
  readonly renderBody: (options: { isDraft: boolean; marker: string | null }) => string;
};

/** Puts a draft into its file and a pull request's body around it. `urlOf` gives a source's page, or null. */
export function composePullRequest(input: {
  readonly brief: Brief;
  readonly settings: Pick<Settings, "content" | "site" | "announcements" | "confidentiality">;
  readonly screen: Screen;
  /** Whether an account of LinkedIn is there for this repository. */
  readonly isConnected: boolean;
  /** The slug as it is used, for the page's address. */
  readonly slug: string;
  readonly day: string;
  /** The path of the post. */
  readonly file: string;
  readonly sources: readonly Source[];
  readonly unread: readonly Unreadable[];
  readonly written: Written;
  readonly urlOf: (source: Source) => string | null;
}): Composed {
  const { brief, settings, day, written } = input;
  const { draft, findings } = written;
  const sources = input.sources
    .filter(({ id }) => written.sourceIds.includes(id))
    .map((source) => ({ ...source, shown: nameSource(source, input.screen.repository) }));
  const series = brief.series;
  const url = buildPostUrl(settings.site, { slug: input.slug, date: day });
  const words = {
    hook: dropTags(draft.hook),
    angle: dropTags(draft.angle),
    announcement: draft.announcement.map(dropTags),
  };
  const announcement = composeAnnouncement(words, url);
  const post = planPost({
    draft,
    file: input.file,
    day,
    series,
    sources: sources.map(({ shown }) => shown),
    content: settings.content,
    announcement,
  });
  const shown = sources.map((source): ShownSource => {
    const { id, shown: path, note } = source;
    return { id, path, note: note ?? draft.usedFor[id] ?? null, url: input.urlOf(source) };
  });
  const leaks = screenDraft(draft, post, settings, input.screen);
  const body: Omit<BodyInput, "isDraft" | "marker"> = {
    series,
    hook: draft.hook,
    angle: draft.angle,
    sources: shown,
    unread: [...input.unread, ...written.unread],
    file: post.file,
    leftOut: draft.leftOut,
    claims: draft.claims,
    findings: [...findings, ...checkConfidentiality(leaks, settings.confidentiality.names)],
    announcement: {
      text: announcement,
      fate: !settings.announcements.linkedin.enabled ? "off" : input.isConnected ? "send" : "not connected",
    },
    model: draft.model,
    usage: draft.usage,
    estimate: draft.estimate,
    cost: draft.cost,
  };
  return { post, announcement, leaks, renderBody: (options) => renderBody({ ...body, ...options }) };
}

/** The path; with its repository in front when that is another one. */
export function nameSource({ repository, path }: Source, home: string | null): string {
  return repository === null || repository === home ? path : `${repository}:${path}`;
}
