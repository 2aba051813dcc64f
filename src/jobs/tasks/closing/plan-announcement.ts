import { UserError } from "../../../errors.ts";
import type { ClosedPullRequest } from "../../../ports/repository.ts";
import type { OwnPullRequest } from "../../../ports/store.ts";
import { buildPostUrl, composeAnnouncement } from "../../../publishing/compose-announcement.ts";
import { type Decision, decideAnnouncement, isHeldBack } from "../../../publishing/decide-announcement.ts";
import { readNames } from "../../../publishing/read-names.ts";
import { renderCode } from "../../../pull-request/clean-for-github.ts";
import { parsePostFile } from "../../../pull-request/post-file.ts";
import { parseSettings } from "../../../sources/parse-settings.ts";
import { type Job, targetOf } from "../../payload.ts";
import { Settings } from "../settings.ts";
import type { TaskWorld } from "../world.ts";

/** What is to be done about the announcement, the card that goes with it, and whether the site shows the post. */
export type Plan = {
  readonly isHeldBack: boolean;
  readonly decision: Decision;
  readonly card: { readonly url: string; readonly title: string; readonly description: string } | null;
  /** As the settings stand on the default branch; null where post or settings could not be read. */
  readonly settings: Settings | null;
};

/** Reads the post and decides; a post that is gone or broken is a person's to mend. */
export function planAnnouncement(
  { world, job }: { readonly world: Pick<TaskWorld, "channel">; readonly job: Job },
  own: OwnPullRequest,
  closed: Pick<ClosedPullRequest, "settings">,
  post: { readonly path: string; readonly text: string } | null,
): Plan {
  const { owner, name } = targetOf(job).repository;
  if (!post) return refuse(`the post is not to be found: put it back as ${renderCode(own.file)}`);
  try {
    const { data } = parsePostFile(post.text);
    const settings = readSettings(closed);
    const names = readNames({
      path: post.path,
      frontMatter: data,
      pattern: settings.content.filename,
      given: { path: own.file, slug: own.slug, date: own.day },
    });
    const url = buildPostUrl(settings.site, names);
    const title = readText(data.title);
    const description = readText(data.description);
    const decision = decideAnnouncement({
      frontMatter: data,
      generated: composeAnnouncement({ hook: description || title, angle: own.angle }, url),
      settings: settings.announcements.linkedin,
      isConnected: world.channel.isConnected(`${owner}/${name}`),
      measure: world.channel.measure,
    });
    return {
      isHeldBack: isHeldBack(data),
      decision,
      card: url === null ? null : { url, title, description },
      settings,
    };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return refuse(thrown.message);
  }
}

function refuse(reason: string): Plan {
  return { isHeldBack: false, decision: { kind: "mend", text: null, reason }, card: null, settings: null };
}

function readText(value: unknown): string {
  return typeof value === "string" ? value.toWellFormed().trim() : "";
}

function readSettings(closed: Pick<ClosedPullRequest, "settings">): Settings {
  const text = closed.settings.kind === "file" ? closed.settings.text : null;
  if (text === null) return Settings.parse({});
  const parsed = parseSettings(text, Settings);
  if (parsed.ok) return parsed.settings;
  throw new UserError("`.github/galley.yml` has mistakes");
}
