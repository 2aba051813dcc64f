import { findFigures } from "../names/find-figures.ts";
import { lookUpName } from "../names/lexicon.ts";
import { isSmallWord } from "../names/small-words.ts";
import { foldFigure, foldName } from "./fold-value.ts";

/** What everybody writes, and what tells nobody from others. */
const letters = new Set(
  `ai api app aws bi ceo cfo cio coo cpu cso csv cto css cv db dns eu faq gb gpu hr html http https id ios ip it iot json
  kpi lan llm mb ml ms ok os pc pdf php pm pr qa ram rfc roi saas sdk sla slo sms sql ssd ssh tb tcp tls tv ui uk un url
  us usa usb ux va vat vm vpn vtt web wifi www xml yaml am bc ad all cli covid english okr`.split(/\s+/),
);
const kinds = new Set(["country", "people", "day"]);

/** Whether folded words are public in any case: a day, a country, a people, a language, a common abbreviation. */
export function isCommonKnowledge(words: readonly string[]): boolean {
  const whole = lookUpName(words.join(" "));
  if (whole !== undefined && kinds.has(whole)) return true;
  return words.every((word) => {
    const single = word.replace(/s$/, "");
    const kind = lookUpName(word) ?? lookUpName(single);
    if (word.length === 1 || isSmallWord(word) || letters.has(word) || letters.has(single)) return true;
    return kind !== undefined && kinds.has(kind);
  });
}

/** Whether a folded value is one that a list of public ones has: a figure of it, a whole entry, or words of one. */
export function createPublicList(entries: readonly string[]): (value: string) => boolean {
  const listed = entries.map((entry) => new Set(foldName(entry)));
  const figures = new Set(
    entries.flatMap((entry) =>
      findFigures(entry).map(({ start, end, kind }) => foldFigure(kind, entry.slice(start, end))),
    ),
  );
  return (value) => {
    const words = foldName(value);
    return (
      figures.has(value) ||
      (words.length > 0 && listed.some((entry) => words.every((word) => entry.has(word))))
    );
  };
}
