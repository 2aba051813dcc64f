import type { Draft } from "../drafting/draft.ts";
import { findBanned } from "../drafting/find-banned.ts";
import { describePostLine, type Finding } from "./finding.ts";
import { type Line, listLines } from "./list-lines.ts";
import type { StyleSettings } from "./style-settings.ts";

type Checked = Pick<Draft, "title" | "hook" | "announcement" | "markdown">;

/** Checks what a team has settled: banned phrases, length, the order of headings. A matter of taste is a warning. */
export function checkStyle(draft: Checked, style: StyleSettings): Finding[] {
  const lines = listLines(draft.markdown);
  return [
    ...checkBanned(draft, lines, style.banned),
    ...checkLength(lines, style.words),
    ...checkHeadings(lines),
  ];
}

/** A speaker's own words are as they are: quotations are not looked at. */
function checkBanned(draft: Checked, lines: readonly Line[], banned: readonly string[]): Finding[] {
  const places: readonly [string, string][] = [
    ["title", draft.title],
    ["hook", draft.hook],
    ["announcement", draft.announcement.join("\n")],
    ...lines
      .filter(({ text }) => !/^ {0,3}>/.test(text))
      .map(({ number, text }): [string, string] => [
        describePostLine(number),
        text.replaceAll(/“[^“”]*”/g, " "),
      ]),
  ];
  return places.flatMap(([place, text]) =>
    findBanned(text, banned).map((phrase) =>
      warn("banned-phrase", place, `“${phrase}” is banned by \`style.banned\`: say it in another way.`),
    ),
  );
}

function checkLength(lines: readonly Line[], { min, max }: StyleSettings["words"]): Finding[] {
  const count = lines
    .map(({ text }) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0)
    .reduce((sum, words) => sum + words, 0);
  if (min !== null && count < min)
    return [
      warn("too-short", "post", `The post has ${count} words, and \`style.words.min\` asks for ${min}.`),
    ];
  if (max !== null && count > max)
    return [warn("too-long", "post", `The post has ${count} words, and \`style.words.max\` allows ${max}.`)];
  return [];
}

/** The title stands in the front matter, and most sites show it as the first heading of all. */
function checkHeadings(lines: readonly Line[]): Finding[] {
  const headings = lines.flatMap(({ number, text }) => {
    const marks = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(text)?.[1];
    return marks === undefined ? [] : [{ number, level: marks.length }];
  });
  const [, ...more] = headings.filter(({ level }) => level === 1);
  const second = more.map(({ number }) =>
    warn("second-title", describePostLine(number), "This is a second heading of the first level: use `##`."),
  );
  const skipped = headings.flatMap(({ number, level }, at) => {
    const before = headings[at - 1]?.level ?? 1;
    return level <= before + 1
      ? []
      : [
          warn(
            "skipped-heading",
            describePostLine(number),
            `This heading is of level ${level}, and the one before it of level ${before}: use \`${"#".repeat(before + 1)}\`.`,
          ),
        ];
  });
  return [...second, ...skipped];
}

function warn(rule: string, place: string, message: string): Finding {
  return { rule, severity: "warning", place, message };
}
