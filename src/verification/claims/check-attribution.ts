import type { Doubt } from "./check-numbers.ts";
import type { Evidence, Line } from "./cite-evidence.ts";
import { findMentions, type Mention } from "./name-speakers.ts";
import { stem, type Token } from "./read-tokens.ts";

/** Verbs by which somebody is said to have said, asked or held something. */
const speech = new Set(
  `say says said tell tells told argue argues think thinks thought believe believes explain explains ask asks asked answer
  answers answered note notes describe describes add adds added mention mentions suggest suggests recommend recommends propose
  proposes report reports warn warns claim claims state states point points agree agrees feel feels call calls put puts
  recall recalls remember remembers see sees want wants hope hopes expect expects insist insists stress stresses emphasize
  conclude concludes wonder wonders raise raises raised confirm confirms share shares discuss discusses observe reply replies
  respond responds announce announces admit admits doubt doubts prefer prefers advise advises promise promises`
    .split(/\s+/)
    .map(stem),
);
const leads = new Set([
  "to|according",
  "of|words",
  "by|asked",
  "of|view",
  "of|opinion",
  "of|eyes",
  "from|line",
  "from|question",
  "from|answer",
  "to|answer",
]);
/** Fewer words in common with a speaker's own lines than this share of the best line's are hardly theirs. */
const ownShare = 0.4;

/**
 * The speakers to whom a claim gives words or deeds that the cited passages do not give them: who speaks there is
 * somebody else, and nobody there speaks of them.
 */
export function checkAttribution(claim: readonly Token[], { cited, around, speakers }: Evidence): Doubt[] {
  if (cited.every(({ speaker }) => speaker === null)) return [];
  const mentions = findMentions(claim, speakers);
  const attributed = mentions.filter((mention) => isAttributed(claim, mention));
  const labels = new Set(attributed.map(({ label }) => label));
  return mentions.flatMap((mention, index) => {
    const isSpeech = attributed.includes(mention);
    const isTheirs = isSpeech
      ? speaksIn(mention, cited) && (labels.size > 1 || mostlyTheirs(claim, mention, cited))
      : mention.from > 1 || speaksIn(mention, around);
    const isReported = cited.some(({ tokens }) =>
      findMentions(tokens, speakers).some(
        (other) => other.label === mention.label && (!isSpeech || isAttributed(tokens, other)),
      ),
    );
    return isTheirs || isReported ? [] : [{ at: mention.from, nth: index + 1 }];
  });
}

/** "Mara says", "Mara has also said", "according to Mara", "in the words of Mara", "said Mara". */
function isAttributed(tokens: readonly Token[], { from, to }: Mention): boolean {
  // Of the word behind the name: a bracket in a label parts it from its own name.
  const clause = tokens[to]?.clause;
  const after = tokens.slice(to, to + 3).filter((token) => token.clause === clause);
  const verb = after.findIndex(({ stem: word }) => speech.has(word));
  if (
    verb >= 0 &&
    after.slice(0, verb).every(({ isContent, word }) => !isContent || /ly$|^also$|^then$/.test(word))
  )
    return true;
  const before = tokens.slice(Math.max(0, from - 2), from).map(({ word }) => word);
  return (
    leads.has(`${before[1] ?? ""}|${before[0] ?? ""}`) ||
    /^(?:said|says|asked|added)$/.test(before.at(-1) ?? "")
  );
}

function speaksIn({ label }: Mention, lines: readonly Line[]): boolean {
  return lines.some(({ speaker }) => speaker === label);
}

/** Where several speak in what is cited, the words of the claim must come from the one who is named. */
function mostlyTheirs(claim: readonly Token[], { label }: Mention, cited: readonly Line[]): boolean {
  const wanted = new Set(claim.filter(({ isContent }) => isContent).map((token) => token.stem));
  const shared = (line: Line) =>
    new Set(line.tokens.map((token) => token.stem).filter((word) => wanted.has(word))).size;
  const best = Math.max(...cited.map(shared));
  const own = Math.max(...cited.filter(({ speaker }) => speaker === label).map(shared));
  return best < 3 || own >= ownShare * best;
}
