import { createExtractiveWriter } from "../src/adapters/extractive/extractive-writer.ts";
import { createModelWriter } from "../src/drafting/write-with-model.ts";
import { readSecrets } from "../src/jobs/tasks/reading/read-secrets.ts";
import { Settings } from "../src/jobs/tasks/settings.ts";
import { composePullRequest } from "../src/jobs/tasks/writing/compose-pull-request.ts";
import { objectToLeaks } from "../src/jobs/tasks/writing/object-to-leaks.ts";
import { describeRefusal } from "../src/jobs/tasks/writing/plan-request.ts";
import { writeDraft } from "../src/jobs/tasks/writing/write-draft.ts";
import type { Writer } from "../src/ports/writer.ts";
import { parseBrief } from "../src/sources/parse-brief.ts";
import { parseTranscript } from "../src/sources/parse-transcript.ts";
import { isBlocking } from "../src/verification/confidentiality/check-confidentiality.ts";
import { type Planted, plantSecrets } from "./support/plant-secrets.ts";
import { createTellingModel } from "./support/telling-model.ts";
import { plainRequest } from "./support/write-request.ts";

const talks = Array.from({ length: 20 }, (_, seed) => plantSecrets(seed));
const settings = Settings.parse({ confidentiality: { names: "block" } });

/** What the draft tells, and what of it, or about it, everybody can read. */
type Told = { readonly told: string; readonly shown: string; readonly findings: number };
type Count = { told: number; public: number; unnamed: number; prompts: number };

/** Letters and digits alone, so that a slug and an amount with other marks are found too. */
function squash(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

function countIn(text: string, secrets: readonly string[]): number {
  const squashed = squash(text);
  return secrets.filter((secret) => squashed.includes(squash(secret))).length;
}

/** One talk, written and composed as a public repository would have it. Without guards the writer sees it all. */
async function play(planted: Planted, writer: Writer, hasGuards: boolean): Promise<Told | null> {
  const source = {
    id: "S1",
    repository: "acme/notes",
    path: "talk.md",
    commit: "c0ffee",
    note: null,
    lines: null,
    text: planted.text,
  };
  const request = {
    brief: parseBrief(planted.title, ""),
    series: null,
    ...plainRequest,
  };
  const { signal } = new AbortController();
  const whole: Writer = {
    write: (asked, stop) => writer.write({ ...asked, transcripts: [parseTranscript(source)] }, stop),
  };
  const sources = [{ ...source, origin: null }];
  const screen = objectToLeaks({ ...request, sources, isPrivate: false, settings }, "acme/notes");
  const guarded = hasGuards ? { ...request, screen } : request;
  const result = await writeDraft({ ...guarded, sources: [source] }, hasGuards ? writer : whole, signal);
  if (result?.kind !== "written") return null;
  const { slug } = result.written.draft;
  const branch = `blog/2026-05-05-${slug}`;
  const { post, leaks, renderBody } = composePullRequest({
    brief: request.brief,
    settings,
    screen: {
      secrets: readSecrets({ ...request, sources: [source] }),
      repository: "acme/notes",
      isPrivate: false,
      branch,
    },
    isConnected: true,
    slug,
    day: "2026-05-05",
    file: `content/blog/2026-05-05-${slug}.md`,
    sources: [source],
    unread: [],
    written: result.written,
    urlOf: () => null,
  });
  const body = renderBody({ isDraft: true, marker: null });
  const blocking = leaks.filter((leak) => isBlocking(leak, "block"));
  const told = [post.file, post.text, branch, result.written.draft.title, body].join("\n");
  const isOpened = !hasGuards || blocking.length === 0;
  return {
    told,
    shown: isOpened ? told : describeRefusal(blocking, post.file),
    findings: blocking.length,
  };
}

async function measure(
  make: (planted: Planted) => [Writer, readonly string[]],
  hasGuards: boolean,
): Promise<Count> {
  const count: Count = { told: 0, public: 0, unnamed: 0, prompts: 0 };
  for (const planted of talks) {
    const [writer, prompts] = make(planted);
    const told = await play(planted, writer, hasGuards);
    const secrets = [...planted.details, ...planted.offRecord];
    count.prompts += countIn(prompts.join("\n"), planted.offRecord);
    if (!told) continue;
    count.told += countIn(told.told, secrets);
    count.public += countIn(told.shown, secrets);
    // A detail that is told without any finding would pass where findings only warn.
    if (told.findings < countIn(told.told, planted.details)) count.unnamed += 1;
  }
  return count;
}

const writers: readonly (readonly [string, (planted: Planted) => [Writer, readonly string[]]])[] = [
  ["without a model", () => [createExtractiveWriter(), []]],
  ["a model that tells all it is shown", () => tell([])],
  ["a model that knows the names and figures from elsewhere", ({ details }) => tell(details)],
];

function tell(knows: readonly string[]): [Writer, readonly string[]] {
  const model = createTellingModel(knows);
  return [createModelWriter(model), model.prompts];
}

/** Plants secrets into talks of our own and counts those that reach a public surface: none may, and without guards many do. */
export async function run(): Promise<number> {
  const planted = talks.reduce((sum, { details, offRecord }) => sum + details.length + offRecord.length, 0);
  process.stdout.write(`${planted} secrets in ${talks.length} talks, confidentiality.names: block\n`);
  let leaked = 0;
  let control = 0;
  for (const [name, make] of writers) {
    const on = await measure(make, true);
    const off = await measure(make, false);
    leaked += on.public + on.unnamed + on.prompts;
    control += off.public;
    process.stdout.write(
      `${name}: ${on.public} reach a public surface (${off.public} without guards); off the record ${on.prompts} reach the model (${off.prompts}); ${on.told} are told in drafts that are held, ${on.unnamed} drafts tell more than their findings name\n`,
    );
  }
  process.stdout.write(`leaks ${leaked}, control ${control}\n`);
  return leaked === 0 && control > 0 ? 0 : 1;
}
