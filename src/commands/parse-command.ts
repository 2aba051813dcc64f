import { type LinkedInWish, parseLinkedIn } from "./parse-linkedin.ts";
import { parseRelease, type ReleaseWish } from "./parse-release.ts";
import { commands, type Place } from "./table.ts";

/**
 * `command`: do it. `misuse`: a command of ours that was written wrongly; the sentence says how it is written.
 */
export type ParsedCommand =
  | { readonly kind: "command"; readonly name: "angles" }
  | { readonly kind: "command"; readonly name: "help" }
  /** `angle`: the number of a proposed one, from 1; null where none was named. */
  | { readonly kind: "command"; readonly name: "draft"; readonly angle: number | null }
  | { readonly kind: "command"; readonly name: "linkedin"; readonly linkedin: LinkedInWish }
  | { readonly kind: "command"; readonly name: "release"; readonly release: ReleaseWish }
  | { readonly kind: "misuse"; readonly sentence: string };

/** A longer first line is no command of ours. */
const mostCharacters = 2_000;

/**
 * Reads the command on the first line of a comment. Null when there is none of ours, or none for this
 * place: an unknown `/word` may be meant for another App, so nobody answers it.
 */
export function parseCommand(comment: string, place: Place): ParsedCommand | null {
  const [line = ""] = comment.slice(0, mostCharacters).split(/\r\n|\r|\n/, 1);
  // What was cut off would make another command of it.
  if (line.length === mostCharacters) return null;
  const match = /^\/([a-z]+)(?:[ \t]+(\S.*?))?[ \t]*$/i.exec(line);
  if (!match) return null;
  const name = match[1]?.toLowerCase();
  const command = commands.find((candidate) => candidate.name === name && candidate.where.includes(place));
  if (!command) return null;
  if (command.name === "linkedin") {
    const linkedin = parseLinkedIn(match[2]);
    return linkedin === null
      ? {
          kind: "misuse",
          sentence:
            "Write `/linkedin`, `/linkedin send`, `/linkedin sent URL` or `/linkedin not-sent` on the first line.",
        }
      : { kind: "command", name: "linkedin", linkedin };
  }
  if (command.name === "release") {
    const release = parseRelease(match[2]);
    return release === null
      ? { kind: "misuse", sentence: "Write `/release F1` with the number of a finding on the first line." }
      : { kind: "command", name: "release", release };
  }
  if (command.name === "draft") return parseDraft(match[2]);
  if (match[2] !== undefined) {
    return {
      kind: "misuse",
      sentence: `\`/${command.name}\` takes nothing after it: write \`${command.usage}\` alone on the first line.`,
    };
  }
  return { kind: "command", name: command.name };
}

function parseDraft(rest: string | undefined): ParsedCommand {
  if (rest === undefined) return { kind: "command", name: "draft", angle: null };
  if (/^[1-9]$/.test(rest)) return { kind: "command", name: "draft", angle: Number(rest) };
  const sentence =
    "`/draft` takes nothing after it but the number of an angle: write `/draft` or `/draft 2` alone on the first line.";
  return { kind: "misuse", sentence };
}
