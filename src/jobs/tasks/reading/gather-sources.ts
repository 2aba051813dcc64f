import { z } from "zod";
import { UserError } from "../../../errors.ts";
import type { RepositoryView } from "../../../ports/repository.ts";
import { formatDay } from "../../../pull-request/fill-pattern.ts";
import { Brief } from "../../../sources/brief.ts";
import { findReferences } from "../../../sources/find-references.ts";
import { parseBrief } from "../../../sources/parse-brief.ts";
import { parseSettings, renderMistakes } from "../../../sources/parse-settings.ts";
import type { Reference } from "../../../sources/reference.ts";
import { Speakers } from "../../../sources/speakers.ts";
import { type ReadingJob, settingsPath } from "../../payload.ts";
import { Settings } from "../settings.ts";
import type { Context } from "../world.ts";
import { chooseSources } from "./choose-sources.ts";
import { describeNothingRead } from "./describe-nothing-read.ts";
import { findMeant, listPlaces } from "./find-meant.ts";
import { loadAngle } from "./load-angle.ts";
import { PinnedSource, readChosen } from "./read-chosen.ts";
import { readMeant } from "./read-meant.ts";
import { readPseudonyms } from "./read-pseudonyms.ts";
import { defaultSpeakersPath, readSpeakers } from "./read-speakers.ts";
import { readVoice } from "./read-voice.ts";

/** The label on our pull requests. */
export const draftLabel = {
  name: "blog-draft",
  color: "c5def5",
  description: "A draft that Galley wrote from transcripts",
} as const;

/** What the work stands on from now on, whatever happens to the repository: brief, commit, day, settings. */
export const Pinned = z.object({
  brief: Brief,
  repositoryNodeId: z.string(),
  /** Who cannot be known to be few is everybody. */
  isPrivate: z.boolean().default(false),
  defaultBranch: z.string(),
  commit: z.string(),
  /** The day of the draft in the settings' time zone. */
  day: z.string(),
  settings: Settings,
  takenBranches: z.array(z.string()),
  takenFiles: z.array(z.string()),
  labelId: z.string().nullable(),
  sources: z.array(PinnedSource),
  /** As the repository's file of speakers says; work that was begun by an older Galley has none. */
  speakers: Speakers,
  /** What stands in the place of names; work that was begun by an older Galley has none. */
  pseudonyms: z.record(z.string(), z.string()).default({}),
  /** Absent in what was saved before they were read. */
  voiceNotes: z.string().nullable().default(null),
  unread: z.array(z.object({ path: z.string(), reason: z.string() })),
});
export type Pinned = z.infer<typeof Pinned>;

/** A pull request for this issue is open already. */
export type AlreadyOpen = { readonly alreadyOpen: { readonly number: number } };

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads the repository once, at one commit: settings, the files that the brief refers to, branches, label.
 * Throws a `UserError` when the settings are broken or nothing can be read.
 */
export async function gatherSources(context: Context<ReadingJob>): Promise<Pinned | AlreadyOpen> {
  const { job, world, repository } = context;
  const { asked, issueText } = job;
  const angle = await loadAngle(context);
  const references = findReferences(issueText.body, {
    host: world.githubHost,
    owner: asked.repository.owner,
    name: asked.repository.name,
  });
  const earlier = await world.store.loadPullRequestOfIssue(asked.repository.id, asked.issue.number);
  const drafted = await world.store.listPostFiles(asked.repository.id);
  const now = world.clock.now();
  const view = await repository.read({
    settingsPath,
    paths: [...new Set([...listPaths(references), ...drafted, defaultSpeakersPath])],
    places: listPlaces(references),
    days: [-dayMs, 0, dayMs].map((shift) => formatDay(new Date(now.getTime() + shift), "UTC")),
    label: draftLabel.name,
    pullRequestNumber: earlier?.number ?? null,
  });
  if (view.pullRequest?.state === "OPEN") return { alreadyOpen: { number: view.pullRequest.number } };

  const settings = readSettings(view);
  const speakers = await readSpeakers(context, view, settings.sources.speakers);
  const name = `${asked.repository.owner}/${asked.repository.name}`;
  const meant = findMeant(references, view, settings);
  const found = await readMeant(context, meant, { home: { name, isPrivate: view.isPrivate }, settings });
  const { sources, unread } = await readChosen(chooseSources(found, settings.sources.totalMegabytes));
  if (sources.length === 0) throw new UserError(describeNothingRead(unread));
  const pseudonyms = await readPseudonyms(context, view, settings.confidentiality.pseudonyms);
  const brief = readBrief(job, angle);
  return {
    brief,
    repositoryNodeId: view.nodeId,
    isPrivate: view.isPrivate,
    defaultBranch: view.defaultBranch,
    commit: view.commit,
    day: formatDay(now, settings.timezone),
    settings,
    takenBranches: [...(await listTakenBranches(context, view, settings.branch))],
    takenFiles: drafted.filter((file) => (view.entries.get(file)?.kind ?? "missing") !== "missing"),
    labelId: view.labelId,
    sources,
    speakers,
    pseudonyms,
    voiceNotes: await readVoice(context, view, settings.series, brief),
    unread,
  };
}

/** A schedule's draft is of its series, unless the issue says otherwise. A chosen angle goes before the issue's own. */
function readBrief(job: ReadingJob, angle: string | null): Brief {
  const brief = parseBrief(job.issueText.title, job.issueText.body);
  const series = job.kind === "draft" ? job.series : undefined;
  return { ...brief, angle: angle ?? brief.angle, series: brief.series ?? series ?? null };
}

function readSettings(view: RepositoryView): Settings {
  if (view.settings.kind === "missing") return Settings.parse({});
  const text = view.settings.kind === "file" ? view.settings.text : null;
  if (text === null) throw new UserError(`\`${settingsPath}\` is not a text file, so nothing was drafted.`);
  const parsed = parseSettings(text, Settings);
  if (parsed.ok) return parsed.settings;
  throw new UserError(
    `\`${settingsPath}\` has mistakes, so nothing was drafted. Mend them on the default branch and write \`/draft\` again:\n${renderMistakes(parsed.mistakes)}`,
  );
}

/** The plain paths of this repository, as they may be meant. */
function listPaths(references: readonly Reference[]): string[] {
  return references
    .filter(({ repository, refs }) => repository === null && refs === null)
    .flatMap(({ candidates }) => candidates);
}

/** The Read found every branch of these days; a pattern without a day in it, or too many branches, costs a second look. */
async function listTakenBranches(
  { repository }: Context,
  view: RepositoryView,
  pattern: string,
): Promise<readonly string[]> {
  if (pattern.includes("{date}") && view.branches.isComplete) return view.branches.names;
  const fixed = pattern.split(/\{(?:date|slug)\}/).toSorted((a, b) => b.length - a.length)[0] ?? "";
  return await repository.listBranches(fixed);
}
