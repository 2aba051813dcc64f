import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, parse, resolve } from "node:path";
import { parseArgs } from "node:util";
import { createExtractiveWriter } from "../adapters/extractive/extractive-writer.ts";
import { createLanguageModel } from "../adapters/openai/language-model.ts";
import { invocationFolder, loadModelConfig } from "../config.ts";
import { createModelWriter } from "../drafting/write-with-model.ts";
import { UserError } from "../errors.ts";
import { readSecrets } from "../jobs/tasks/reading/read-secrets.ts";
import { defaultSpeakersPath, parseSpeakers } from "../jobs/tasks/reading/read-speakers.ts";
import { Settings } from "../jobs/tasks/settings.ts";
import { composePullRequest } from "../jobs/tasks/writing/compose-pull-request.ts";
import { writeDraft } from "../jobs/tasks/writing/write-draft.ts";
import type { WriteRequest } from "../ports/writer.ts";
import { chooseNames } from "../pull-request/choose-names.ts";
import { formatDay } from "../pull-request/fill-pattern.ts";
import { listFrontMatter } from "../pull-request/post-file.ts";
import { Speakers } from "../sources/speakers.ts";
import { readIdea, readTextFile } from "./read-inputs.ts";
import { readSources } from "./read-sources.ts";
import { exitCodes, runProgram } from "./run-program.ts";

const usage = `npm run draft -- --idea "text or file.md" --source PATH [--source PATH …] [--speakers FILE] [--out DIR] [--json]

Writes a post from local transcripts, without GitHub; without a language model too, unless OPENAI_MODEL names one.
--idea      what the post is about: a sentence, or a file whose first line is the title
--source    a transcript or notes (Markdown, text, captions, a recogniser's JSON, HTML); repeat it for more. A
            folder means its newest files, a pattern ("calls/2026-*.md") those that it matches; lines and a note
            may stand behind a path: "calls/a.md#L10-L40 (the opening)"
--speakers  who stands behind the labels, and whom not to quote; .github/speakers.yml when there is one here
--out       a folder for the post and the pull request's text; nothing is overwritten
--json      one JSON object on standard output`;

const withoutRepository = { series: null, voiceNotes: null };

/** Nothing is taken up again here, so nothing is saved. */
const oneAttempt: Pick<WriteRequest, "once" | "spending"> = {
  once: (_step, _schema, make) => make(),
  spending: { load: async () => ({ promptTokens: 0, completionTokens: 0 }), save: async () => {} },
};

/** `npm run draft`: the main job on local files. */
export async function runDraft(args: string[]): Promise<number> {
  const { values } = parseArguments(args);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return exitCodes.done;
  }
  const folder = invocationFolder();
  const brief = await readIdea(values.idea?.trim() ?? "", folder);
  const paths = values.source ?? [];
  if (paths.length === 0) throw new UserError("Name at least one transcript with --source PATH.");
  const { sources, left } = await readSources(paths, folder);
  for (const sentence of left) process.stderr.write(`galley: ${sentence}\n`);
  const settings = Settings.parse({});
  const model = loadModelConfig();
  const known = { sources, speakers: await loadSpeakers(values.speakers, folder), pseudonyms: {} };
  const result = await writeDraft(
    {
      brief,
      ...known,
      ...withoutRepository,
      style: settings.style,
      isJudged: settings.evidence.judge,
      tokensPerDraft: settings.limits.tokensPerDraft,
      ...oneAttempt,
    },
    model ? createModelWriter(createLanguageModel(model), model.price) : createExtractiveWriter(),
    new AbortController().signal,
  );
  if (result.kind === "declined") {
    process.stderr.write(`galley: ${result.reason}\n`);
    return exitCodes.declined;
  }
  const [unread] = result.written.unread;
  if (unread) throw new UserError(`Cannot read ${unread.path}: ${unread.reason}.`);
  const day = formatDay(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { file, slug } = chooseNames({
    slug: result.written.draft.slug,
    day,
    branchPattern: settings.branch,
    content: settings.content,
    taken: { branches: [], files: [] },
  });
  const composed = composePullRequest({
    brief,
    settings,
    screen: {
      secrets: readSecrets(known),
      repository: null,
      isPrivate: true,
      branch: null,
    },
    day,
    file,
    slug,
    isConnected: false,
    sources,
    unread: [],
    written: result.written,
    urlOf: () => null,
  });
  const body = composed.renderBody({ isDraft: true, marker: null });
  const { post } = composed;
  if (values.out !== undefined)
    await writeFiles(resolve(folder, values.out), post, body, values.json ?? false);
  if (values.json)
    process.stdout.write(`${JSON.stringify(describeResult(result.written, composed, body), null, 2)}\n`);
  else if (values.out === undefined) process.stdout.write(post.text);
  return exitCodes.done;
}

/** The file that was named, or the one that a repository has at that place. */
async function loadSpeakers(named: string | undefined, folder: string): Promise<Speakers> {
  const path = named ?? defaultSpeakersPath;
  if (named === undefined && !existsSync(resolve(folder, path))) return Speakers.parse({});
  return parseSpeakers(await readTextFile(path, folder), path);
}

function parseArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        idea: { type: "string" },
        source: { type: "string", multiple: true },
        speakers: { type: "string" },
        out: { type: "string" },
        json: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (thrown) {
    throw new UserError(
      `${thrown instanceof Error ? thrown.message.split(". ")[0] : "The arguments are wrong"}.\n\n${usage}`,
    );
  }
}

type Composed = ReturnType<typeof composePullRequest>;
type Written = Extract<Awaited<ReturnType<typeof writeDraft>>, { kind: "written" }>["written"];

/** The object of `--json`. */
function describeResult(
  { draft, findings }: Written,
  { post, announcement }: Composed,
  pullRequestBody: string,
) {
  const { title, slug, hook, angle, markdown, usage: tokens } = draft;
  const claims = draft.claims.map(({ text, passages }) => ({
    text,
    passages: passages.map(({ path, firstLine, lastLine }) => ({ source: path, firstLine, lastLine })),
  }));
  const frontMatter = listFrontMatter(post.frontMatter);
  return {
    title,
    slug,
    hook,
    angle,
    markdown,
    frontMatter,
    pullRequestBody,
    announcement,
    claims,
    findings,
    usage: tokens,
  };
}

async function writeFiles(
  folder: string,
  post: Composed["post"],
  body: string,
  isQuiet: boolean,
): Promise<void> {
  const file = parse(post.file);
  const written = [
    await writeNew(join(folder, file.name), file.ext, post.text),
    await writeNew(join(folder, `${file.name}.pull-request`), ".md", body),
  ];
  if (!isQuiet) process.stdout.write(`${written.map((path) => `Wrote ${path}`).join("\n")}\n`);
}

/** Writes under the first free name: what stands there may hold a person's edits. */
async function writeNew(stem: string, extension: string, text: string): Promise<string> {
  try {
    await mkdir(dirname(stem), { recursive: true });
    for (let number = 1; ; number += 1) {
      const path = `${stem}${number === 1 ? "" : `-${number}`}${extension}`;
      try {
        await writeFile(path, text, { flag: "wx" });
        return path;
      } catch (thrown) {
        if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
      }
    }
  } catch (thrown) {
    throw new UserError(
      `Cannot write to ${dirname(stem)}: choose a folder for --out that this user may write to.`,
      { cause: thrown },
    );
  }
}

if (import.meta.main) await runProgram(() => runDraft(process.argv.slice(2)));
