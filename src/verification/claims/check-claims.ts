import type { Claim } from "../../drafting/draft.ts";
import { guessLanguage } from "../../drafting/guess-language.ts";
import type { Transcript } from "../../sources/transcript.ts";
import { hashClaim } from "../evidence/ledger.ts";
import type { Finding } from "../finding.ts";
import { checkAttribution } from "./check-attribution.ts";
import { checkClaimNames } from "./check-claim-names.ts";
import { checkDates } from "./check-dates.ts";
import { checkNegation } from "./check-negation.ts";
import { checkNumbers, type Doubt } from "./check-numbers.ts";
import { createCiter, type Evidence } from "./cite-evidence.ts";
import { type Closest, findClosest } from "./find-closest.ts";
import { findMentions } from "./name-speakers.ts";
import { readTokens, type Token } from "./read-tokens.ts";

type Rule = {
  readonly rule: string;
  readonly check: (
    claim: readonly Token[],
    evidence: Evidence,
    closest: readonly Closest[],
    known: readonly Token[],
  ) => Doubt[];
  readonly describe: (nth: string) => string;
};

const rules: readonly Rule[] = [
  {
    rule: "claim-number",
    check: checkNumbers,
    describe: (nth) =>
      `its ${nth} number is not the one that the cited passages give; correct it, or cite the passage that has it`,
  },
  {
    rule: "claim-date",
    check: checkDates,
    describe: (nth) =>
      `its ${nth} day or month is not said in the cited passages; correct it, or cite the passage that has it`,
  },
  {
    rule: "claim-name",
    check: checkClaimNames,
    describe: (nth) =>
      `its ${nth} name is not the one that the cited passages give; correct it, or cite the passage that has it`,
  },
  {
    rule: "claim-negation",
    check: checkNegation,
    describe: () => "it affirms what the cited passages deny, or denies what they affirm; read them again",
  },
  {
    rule: "claim-speaker",
    check: checkAttribution,
    describe: (nth) =>
      `the ${nth} person that it names is not the one who speaks in the cited passages; name the speaker that the source names`,
  },
  {
    rule: "claim-unsupported",
    check: checkSupport,
    describe: () => "hardly any of its words are said there; read them again, or cite what it rests on",
  },
];

/** Whatever other words a sentence uses, a smaller share of its words than this is not support. */
const hardlyAny = 0.1;
const leastWords = 5;

function checkSupport(claim: readonly Token[], { around, speakers }: Evidence): Doubt[] {
  const named = findMentions(claim, speakers);
  const words = claim.filter(
    ({ isContent, isName }, at) =>
      isContent && !isName && !named.some(({ from, to }) => at >= from && at < to),
  );
  const said = new Set(around.flatMap(({ tokens }) => tokens.map((token) => token.stem)));
  const shared = words.filter((token) => said.has(token.stem)).length;
  return words.length >= leastWords && shared < hardlyAny * words.length ? [{ at: 0, nth: 1 }] : [];
}

/** What stands where a claim is to be found, such as `post, line 12`. */
export type Locate = (claim: Claim) => string;

/** A claim that its passages do not bear out, by one rule; the message repeats neither the claim nor the source. */
export type DoubtedClaim = { readonly claim: Claim; readonly doubt: Omit<Finding, "place"> };

/**
 * Checks each claim against the passages that it names, and gives a warning for each rule and claim.
 */
export function checkClaims(
  claims: readonly Claim[],
  transcripts: readonly Transcript[],
  {
    known = "",
    locate = (claim) => `claim ${claims.indexOf(claim) + 1}`,
  }: { known?: string; locate?: Locate } = {},
): Finding[] {
  return doubtClaims(claims, transcripts, known).map(({ claim, doubt }) => ({
    ...doubt,
    place: locate(claim),
  }));
}

/**
 * Compares each claim with the passages that it names: numbers, dates, names, negations, who speaks, and whether the
 * passages say anything of the kind. `known` are words that need no passage, such as the brief's. A claim without
 * passages is the author's own and is not checked.
 */
export function doubtClaims(
  claims: readonly Claim[],
  transcripts: readonly Transcript[],
  known: string,
): DoubtedClaim[] {
  const cite = createCiter(transcripts);
  const free = readTokens(known);
  const cited = claims.map((claim) => ({ claim, evidence: cite(claim.passages) }));
  const own = chooseRules(cited);
  return cited.flatMap(({ claim, evidence }) => {
    if (evidence.cited.length === 0) return [];
    const tokens = readTokens(claim.text);
    const closest = findClosest(tokens, evidence.cited);
    return own.flatMap(({ rule, check, describe }): DoubtedClaim[] => {
      const [doubt] = check(tokens, evidence, closest, free);
      if (!doubt) return [];
      const message = `The sentence says something else than its passages: ${describe(order(doubt.nth))}.`;
      const sentence = hashClaim(claim.text);
      return [{ claim, doubt: { rule, severity: "warning", message, sentence } }];
    });
  });
}

/** Enough to know a language by. */
const sampledCharacters = 20_000;
/** What compares words one by one, which two languages have no use for. */
const wordRules = ["claim-negation", "claim-unsupported"];

/**
 * A rule that would doubt every claim says nothing: in German each noun has a capital, and a post in another language
 * than its sources shares no words with them.
 */
function chooseRules(cited: readonly { readonly claim: Claim; readonly evidence: Evidence }[]): Rule[] {
  const guess = (texts: readonly string[]) => guessLanguage(texts.join(" ").slice(0, sampledCharacters));
  const own = guess(cited.map(({ claim }) => claim.text));
  const said = guess(cited.flatMap(({ evidence }) => evidence.cited.map(({ text }) => text)));
  const isTranslated = own !== null && said !== null && own !== said;
  return rules.filter(
    ({ rule }) => !(rule === "claim-name" && own === "German") && !(isTranslated && wordRules.includes(rule)),
  );
}

function order(nth: number): string {
  return ["first", "second", "third", "fourth", "fifth"][nth - 1] ?? `${nth}th`;
}
