import { UserError } from "../../errors.ts";
import type { ClosedPullRequest } from "../../ports/repository.ts";
import type { OwnPullRequest } from "../../ports/store.ts";
import { buildPostUrl, composeAnnouncement } from "../../publishing/compose-announcement.ts";
import { type Decision, decideAnnouncement } from "../../publishing/decide-announcement.ts";
import { describePublication } from "../../publishing/describe-publication.ts";
import { parsePostFile } from "../../pull-request/post-file.ts";
import { parseSettings } from "../../sources/parse-settings.ts";
import type { CloseJob } from "../payload.ts";
import { announcePost } from "./announce-post.ts";
import { say } from "./say.ts";
import { Settings } from "./settings.ts";
import type { Context, TaskWorld } from "./world.ts";

/** What is to be done about the announcement, and the card that goes with it. */
export type Plan = {
  readonly decision: Decision;
  readonly card: { url: string; title: string; description: string } | null;
};

/** Merged into the default branch: the post is out; its announcement is sent, held or skipped, and that is said. */
export async function publish(
  context: Context<CloseJob>,
  own: OwnPullRequest,
  closed: ClosedPullRequest,
): Promise<"published" | "ignored"> {
  const { world } = context;
  const nodeIds = [
    closed.nodeIds.pullRequest,
    ...(closed.nodeIds.issue === null ? [] : [closed.nodeIds.issue]),
  ];
  if (closed.baseBranch !== closed.defaultBranch) {
    const text = `#${own.number} was merged into another branch than \`${closed.defaultBranch}\`, so it is not published and nothing is announced.`;
    await say(context, { nodeIds, text, deleteBranchNodeId: null });
    return "ignored";
  }
  await world.store.forgetDiscard(own.repositoryId, own.number);
  const key = { repositoryId: own.repositoryId, pullRequestNumber: own.number };
  const known = await world.publications.load(key);
  const plan = planAnnouncement(context, own, closed, closed.merged);
  const publication =
    known && known.state !== "sending"
      ? known
      : await announcePost(world, key, plan.decision, { card: plan.card, from: [] });
  await say(context, {
    nodeIds,
    text: `#${own.number} is merged: the post is published with the site's next build. ${describePublication(publication)}`,
    deleteBranchNodeId: null,
  });
  return "published";
}

/** Reads the post and decides; a post that is gone or broken is a person's to mend. */
export function planAnnouncement(
  {
    world,
    job,
  }: {
    readonly world: Pick<TaskWorld, "channel">;
    readonly job: { target?: CloseJob["target"]; asked?: CloseJob["target"] };
  },
  own: OwnPullRequest,
  closed: ClosedPullRequest,
  post: { readonly path: string; readonly text: string } | null,
): Plan {
  const repository = (job.target ?? job.asked)?.repository;
  const name = repository ? `${repository.owner}/${repository.name}` : "";
  if (!post)
    return {
      decision: {
        kind: "mend",
        text: null,
        reason: "the post is not to be found where the pull request had it",
      },
      card: null,
    };
  try {
    const { data } = parsePostFile(post.text);
    const settings = readSettings(closed);
    const url = buildPostUrl(settings.site, readNames(post.path, data));
    const title = typeof data.title === "string" ? data.title : own.branch;
    const description = typeof data.description === "string" ? data.description : "";
    const decision = decideAnnouncement({
      frontMatter: data,
      generated: composeAnnouncement({ hook: description || title, angle: own.angle }, url),
      settings: settings.announcements.linkedin,
      isConnected: world.channel.isConnected(name),
      measure: world.channel.measure,
    });
    return { decision, card: url === null ? null : { url, title, description } };
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return { decision: { kind: "mend", text: null, reason: thrown.message }, card: null };
  }
}

function readSettings(closed: ClosedPullRequest): Settings {
  const text = closed.settings.kind === "file" ? closed.settings.text : null;
  if (text === null) return Settings.parse({});
  const parsed = parseSettings(text, Settings);
  if (parsed.ok) return parsed.settings;
  throw new UserError("`.github/galley.yml` has mistakes");
}

/** The permalink's parts: the day from the front matter, the slug from the file's name. */
function readNames(path: string, data: Readonly<Record<string, unknown>>): { slug: string; date: string } {
  const stem =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.\w+$/, "") ?? "";
  const date =
    typeof data.date === "string" ? data.date.slice(0, 10) : (/^\d{4}-\d\d-\d\d/.exec(stem)?.[0] ?? "");
  const slug = typeof data.slug === "string" ? data.slug : stem.replace(/^\d{4}-\d\d-\d\d-/, "");
  return { slug, date };
}
