import { escapeMarkdown } from "../../drafting/clean-markdown.ts";
import {
  checkConfidentiality,
  countKinds,
  describeLeak,
  isBlocking,
  type NamesPolicy,
  type NumberedLeak,
} from "./check-confidentiality.ts";

/** What the check run "Galley / confidentiality" says. */
export type ConfidentialityReport = {
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly conclusion: "success" | "neutral" | "failure";
  readonly annotations: readonly {
    readonly path: string;
    readonly line: number;
    readonly level: "failure" | "warning";
    readonly message: string;
  }[];
};

/** GitHub takes 65,535 characters for a summary, and makes no check run at all where there are more. */
const mostRows = 100;
const mostPlaceCharacters = 300;

/** GitHub takes this many annotations with one request (docs.github.com, "Update a check run"). */
const mostAnnotations = 50;

/**
 * The check run of leaks that nobody released. `files` are the paths of the pull request's files, to which
 * annotations may point. No value is in it, so it may stand where everybody can read it.
 * `unread`: how many files were not read to their end.
 */
export function describeConfidentiality(
  leaks: readonly NumberedLeak[],
  policy: NamesPolicy,
  options: { readonly files: readonly string[]; readonly released: number; readonly unread?: number },
): ConfidentialityReport {
  const { files, released, unread = 0 } = options;
  if (policy === "allow")
    return {
      title: "Not looked at",
      summary: "`confidentiality.names` is `allow`.",
      conclusion: "neutral",
      annotations: [],
    };
  const left = unread === 0 ? "" : `\n\n${describeUnread(unread)}`;
  const isReleased = released === 0 ? "" : ` Released before: ${released}.`;
  if (leaks.length === 0)
    return {
      title: unread === 0 ? "Nothing to clear" : "Nothing to clear in what was read",
      summary:
        released === 0
          ? `No name, address, amount or long number of the sources is said.${left}`
          : `Every detail of the sources that is said here was released: ${released}.${left}`,
      conclusion: unread === 0 ? "success" : "neutral",
      annotations: [],
    };
  const findings = checkConfidentiality(leaks, policy);
  const blocking = leaks.some((leak) => isBlocking(leak, policy));
  const rows = findings.map(
    ({ severity, place, message }) =>
      `- ${severity}, ${escapeMarkdown(place).slice(0, mostPlaceCharacters).toWellFormed()}: ${message}`,
  );
  const more = rows.length > mostRows ? [`- and ${rows.length - mostRows} more`] : [];
  const annotations = leaks.flatMap((leak) =>
    leak.places.flatMap(({ place, line }) =>
      line !== null && files.includes(place)
        ? [
            {
              path: place,
              line,
              level: isBlocking(leak, policy) ? ("failure" as const) : ("warning" as const),
              message: describeLeak(leak),
            },
          ]
        : [],
    ),
  );
  return {
    title: `${leaks.length} to clear`,
    summary: `Said here, and found in the sources: ${countKinds(leaks)}.${isReleased}\n\n${[...rows.slice(0, mostRows), ...more].join("\n")}${left}`,
    conclusion: blocking ? "failure" : "neutral",
    annotations: annotations.slice(0, mostAnnotations),
  };
}

function describeUnread(unread: number): string {
  const files = unread === 1 ? "one file" : `${unread} files`;
  return `Not read, or not to the end: ${files} that this pull request brings to the site. Look through what is left by yourself.`;
}
