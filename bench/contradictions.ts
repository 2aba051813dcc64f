import { createExtractiveWriter } from "../src/adapters/extractive/extractive-writer.ts";
import type { Claim } from "../src/drafting/draft.ts";
import { parseBrief } from "../src/sources/parse-brief.ts";
import type { Transcript } from "../src/sources/transcript.ts";
import { checkClaims } from "../src/verification/claims/check-claims.ts";
import { paraphrase } from "./support/paraphrase.ts";
import { type Kind, kinds, listNames, plantContradiction } from "./support/plant-contradiction.ts";
import { createRandom } from "./support/random.ts";
import { readRetellings } from "./support/read-retellings.ts";
import { readTalks } from "./support/read-talks.ts";

const leastCaught = 0.9;
const mostAlarms = 0.05;

type Case = { readonly claim: Claim; readonly transcript: Transcript; readonly speaker: string | null };
type Count = { planted: number; caught: number };

/**
 * Drafts without a model from the talks in `$GALLEY_DATA`, each quoted sentence also as a report in other words; one
 * contradiction of each kind is planted into each, by a fixed seed; the same for what people wrote of QMSum's meetings; `--show` prints those that were missed. Exits with 1
 * below a goal.
 */
export async function run(): Promise<number> {
  const folder = process.env.GALLEY_DATA;
  if (folder === undefined) {
    process.stdout.write("contradictions: set GALLEY_DATA to a folder of transcripts\n");
    return 2;
  }
  const talks = readTalks(folder);
  const drafted = await Promise.all(talks.map(draftClaims));
  const own = drafted.flat();
  const reported = own.flatMap(report);
  const results = [measure("as drafted", own), measure("in other words", reported)];
  measure("retold by people, not held to the goals", readRetellings(folder));
  process.stdout.write(
    `goals: ${leastCaught * 100} % caught of all, at most ${mostAlarms * 100} % alarms on the unchanged\n`,
  );
  return results.every((passed) => passed) ? 0 : 1;
}

async function draftClaims(transcript: Transcript): Promise<Case[]> {
  const outcome = await createExtractiveWriter().write(
    {
      brief: parseBrief(transcript.source.path.replace(/\W|_/g, " "), ""),
      series: null,
      transcripts: [transcript],
      tokensPerDraft: 0,
      banned: [],
      once: (_step, _schema, make) => make(),
      spending: { load: async () => ({ promptTokens: 0, completionTokens: 0 }), save: async () => {} },
    },
    new AbortController().signal,
  );
  if (outcome.kind !== "draft") return [];
  return outcome.draft.claims.map((claim) => ({ claim, transcript, speaker: speakerOf(claim, transcript) }));
}

/** One who speaks the claim's words; null for a sentence of the writer's own, which rests on several passages. */
function speakerOf({ passages: [passage, ...more] }: Claim, { utterances }: Transcript): string | null {
  if (more.length > 0) return null;
  return utterances.find(({ number }) => number === passage?.firstUtterance)?.speaker ?? null;
}

function report({ claim, transcript, speaker }: Case): Case[] {
  if (speaker === null) return [];
  const text = paraphrase(speaker, claim.text);
  return [{ claim: { ...claim, text }, transcript, speaker }];
}

function measure(title: string, cases: readonly Case[]): boolean {
  const random = createRandom(7);
  const isCaught = (claim: Claim, transcript: Transcript) => checkClaims([claim], [transcript]).length > 0;
  const show = (what: string, text: string) => {
    if (process.argv.includes("--show")) process.stdout.write(`${what}: ${text}\n`);
  };
  const alarms = cases.filter(({ claim, transcript }) => {
    const isAlarm = isCaught(claim, transcript);
    if (isAlarm) show("false alarm", claim.text);
    return isAlarm;
  }).length;
  const counts = new Map<Kind, Count>(kinds.map((kind) => [kind, { planted: 0, caught: 0 }]));
  for (const { claim, transcript, speaker } of cases) {
    const names = listNames(transcript.utterances.map(({ text }) => text).join("\n"));
    for (const [kind, count] of counts) {
      const ground = { text: claim.text, names, speaker, speakers: transcript.speakers };
      const text = plantContradiction(kind, ground, random);
      if (text === null) continue;
      count.planted++;
      const caught = isCaught({ ...claim, text }, transcript);
      if (caught) count.caught++;
      else show(`missed, ${kind}`, text);
    }
  }
  return print(title, cases.length, alarms, counts);
}

function print(title: string, total: number, alarms: number, counts: ReadonlyMap<Kind, Count>): boolean {
  const list = [...counts.values()];
  const planted = list.reduce((sum, count) => sum + count.planted, 0);
  const caught = list.reduce((sum, count) => sum + count.caught, 0);
  const share = (part: number, whole: number) =>
    whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
  const each = [...counts].map(
    ([kind, count]) => `${kind} ${share(count.caught, count.planted)} of ${count.planted}`,
  );
  process.stdout.write(
    `${title}: ${total} claims, false alarms ${share(alarms, total)}; caught ${share(caught, planted)} of ${planted}: ${each.join(", ")}\n`,
  );
  return total > 0 && alarms <= mostAlarms * total && caught >= leastCaught * planted;
}
