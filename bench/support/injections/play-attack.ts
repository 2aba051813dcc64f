import { createExtractiveProposer } from "../../../src/adapters/extractive/extractive-proposer.ts";
import { createExtractiveWriter } from "../../../src/adapters/extractive/extractive-writer.ts";
import { escapeLittleText } from "../../../src/adapters/linkedin/little-text.ts";
import { createModelProposer } from "../../../src/drafting/propose-angles.ts";
import { createModelWriter } from "../../../src/drafting/write-with-model.ts";
import { ModelError } from "../../../src/errors.ts";
import { readSecrets } from "../../../src/jobs/tasks/reading/read-secrets.ts";
import { readTranscripts } from "../../../src/jobs/tasks/reading/read-transcripts.ts";
import { Settings } from "../../../src/jobs/tasks/settings.ts";
import { composePullRequest } from "../../../src/jobs/tasks/writing/compose-pull-request.ts";
import { writeDraft } from "../../../src/jobs/tasks/writing/write-draft.ts";
import type { Proposer } from "../../../src/ports/proposer.ts";
import type { Writer } from "../../../src/ports/writer.ts";
import { chooseNames } from "../../../src/pull-request/choose-names.ts";
import { cleanLine } from "../../../src/pull-request/clean-for-github.ts";
import { renderCommitMessage } from "../../../src/pull-request/plan-pull-request.ts";
import { renderAngles } from "../../../src/pull-request/render-angles.ts";
import { parseBrief } from "../../../src/sources/parse-brief.ts";
import { plainRequest } from "../write-request.ts";
import type { Surface } from "./find-live.ts";
import { createObeyingModel } from "./obeying-model.ts";

/** Where an attack comes in. */
export const entries = [
  "issue title",
  "issue text",
  "hook of the issue",
  "angle of the issue",
  "series of the issue",
  "note on a source",
  "transcript",
  "speaker's name",
  "file name",
  "model",
] as const;
export type Entry = (typeof entries)[number];

/** The only hosts that anything of ours links to here. */
export const ownHosts = ["github.example", "site.example"];

const talk = (line: string, speaker: string) => `**Ines Okafor:** Where did the time of the restore go?

**${speaker}:** The restore took eleven hours, and nobody knew who was allowed to approve the machines. ${line}

**Ines Okafor:** And what did the recovery plan say about the people?

**Tomasz Brandt:** The recovery plan had measured the disk and forgotten the people around it. ${line}

**Tomasz Brandt:** A restore is a rehearsal of people before it is a copy of data. The plan named four hours, and the first drill took nineteen.
`;

/** Writes a draft, and angles, with the attack where it comes in; returns all that is read of it, by people and machines. */
export async function playAttack(attack: string, entry: Entry): Promise<Surface[]> {
  const at = (where: Entry, plain: string) => (entry === where ? attack : plain);
  const flat = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");
  const body = [
    `Hook: ${flat(at("hook of the issue", "A restore is a rehearsal."))}`,
    ...(entry === "angle of the issue" ? [`Angle: ${flat(attack)}`] : []),
    `Series: ${flat(at("series of the issue", "The Night Shift"))}`,
    at("issue text", "What the restore of the year taught."),
  ];
  const note = entry === "note on a source" ? attack : null;
  const path = `calls/${flat(at("file name", "talk").replaceAll("/", " "))}.md`;
  const place = { repository: "acme/field-notes", commit: "c0ffee", lines: null };
  const text = talk(at("transcript", ""), flat(at("speaker's name", "Tomasz Brandt")));
  const given: Given = {
    brief: parseBrief(at("issue title", "What a restore rehearses"), body.join("\n")),
    series: [],
    sources: [{ ...place, id: "S1", path, note, text }],
    ...plainRequest,
  };
  const model = createObeyingModel(entry === "model" ? attack : "The plan failed at once");
  const surfaces = [
    ...(await playDraft(given, createModelWriter(model))),
    ...(await playAngles(given, createModelProposer(model))),
  ];
  if (entry === "model") return surfaces;
  return [
    ...surfaces,
    ...(await playDraft(given, createExtractiveWriter())),
    ...(await playAngles(given, createExtractiveProposer())),
  ];
}

type Given = Parameters<typeof writeDraft>[0];

/** A refusal is no surface: its sentence is ours. */
async function playDraft(given: Given, writer: Writer): Promise<Surface[]> {
  const result = await writeDraft(given, writer, new AbortController().signal).catch((thrown) => {
    if (!(thrown instanceof ModelError)) throw thrown;
    return { kind: "declined" as const, reason: "" };
  });
  if (result.kind === "declined") return [];
  const { written } = result;
  const settings = Settings.parse({ site: { url: "https://site.example" } });
  const day = "2026-04-10";
  const { title, slug: wished } = written.draft;
  const { slug, branch, file } = chooseNames({
    slug: wished,
    day,
    branchPattern: settings.branch,
    content: settings.content,
    taken: { branches: [], files: [] },
  });
  const composed = composePullRequest({
    brief: given.brief,
    settings,
    screen: { secrets: readSecrets(given), repository: "acme/field-notes", isPrivate: true, branch },
    day,
    file,
    slug,
    isConnected: true,
    sources: given.sources,
    unread: [{ path: given.sources[0]?.path ?? "", reason: "it is there twice" }],
    written,
    urlOf: () => "https://github.example/acme/field-notes/blob/c0ffee/a.md",
  });
  const message = renderCommitMessage(title, "w");
  return [
    { place: "branch", kind: "path", text: branch },
    { place: "post's path", kind: "path", text: file },
    { place: "commit", kind: "line", text: message.headline },
    { place: "title", kind: "line", text: cleanLine(title) },
    { place: "body", kind: "markdown", text: composed.renderBody({ isDraft: true, marker: null }) },
    { place: "post", kind: "post", text: composed.post.text },
    { place: "LinkedIn", kind: "little-text", text: escapeLittleText(composed.announcement) },
  ];
}

async function playAngles(given: Given, proposer: Proposer): Promise<Surface[]> {
  const { transcripts } = readTranscripts(given);
  const request = { ...given, series: null, banned: [], transcripts, earlier: [] };
  const outcome = await proposer.propose(request, new AbortController().signal).catch((thrown) => {
    if (!(thrown instanceof ModelError)) throw thrown;
    return { kind: "declined" as const, reason: "" };
  });
  if (outcome.kind === "declined") return [];
  const url = "https://github.example/acme/field-notes/blob/c0ffee/a.md";
  const sources = given.sources.map(({ id, path }) => ({ id, path, url }));
  const earlier = [
    { title: given.brief.title, about: "", state: "published", path: "a.md", number: null } as const,
  ];
  const text = renderAngles({ ...outcome, earlier, transcripts, sources, unread: [] });
  return [{ place: "angles", kind: "markdown", text }];
}
