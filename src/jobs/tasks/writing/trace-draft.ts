import type { CheckReport } from "../../../ports/check-runs.ts";
import { hashPost } from "../../../pull-request/plan-pull-request.ts";
import { skipFrontMatter } from "../../../sources/formats/skip-front-matter.ts";
import type { Ledger, LedgerSource } from "../../../verification/evidence/ledger.ts";
import { traceClaims } from "../../../verification/evidence/trace-sentences.ts";
import { type Finding, readPostLine } from "../../../verification/finding.ts";
import { lookAtPost } from "../checking/look-at-post.ts";
import type { Screened } from "../checking/screen-surfaces.ts";
import type { Pinned } from "../reading/gather-sources.ts";
import { buildFileUrl } from "../reading/link-file.ts";
import type { PinnedSource } from "../reading/read-chosen.ts";
import { readTranscripts } from "../reading/read-transcripts.ts";
import { nameSource } from "./compose-pull-request.ts";
import type { Written } from "./write-draft.ts";

/** The ledger of a draft as it was opened, and what the checks say of it. */
export function traceDraft(draft: {
  readonly pinned: Pick<Pinned, "sources" | "speakers" | "pseudonyms" | "settings" | "commit">;
  readonly written: Written;
  readonly file: { readonly path: string; readonly text: string };
  /** The commit of the post. */
  readonly commit: string;
  /** `owner/name` of the pull request's repository. */
  readonly home: string;
  readonly githubUrl: string;
  /** What of the sources it says and nobody released. */
  readonly screened: Screened;
}): { readonly ledger: Ledger; readonly reports: readonly CheckReport[] } {
  const { pinned, written, file, commit, home, githubUrl, screened } = draft;
  const used = pinned.sources.filter(({ id }) => written.sourceIds.includes(id));
  const { speakers, pseudonyms, settings } = pinned;
  const { transcripts } = readTranscripts({ sources: used, speakers, pseudonyms });
  const { entries, reports } = lookAtPost(
    {
      ...file,
      transcripts,
      sources: used.map((source) => ({
        id: source.id,
        path: nameSource(source, home),
        url: buildFileUrl(githubUrl, source),
        isWithheld: source.repository === null,
      })),
      unread: [],
      check: () => placeFindings(written.findings, file.text),
      screened: { ...screened, files: [file.path], unread: 0, policy: settings.confidentiality.names },
    },
    (sentences) => traceClaims(sentences, written.draft.claims, written.findings),
  );
  const ledger = {
    postHash: hashPost(file.text),
    commit,
    path: file.path,
    sources: used.map((source) => describeSource(source, home)),
    commitOfRules: pinned.commit,
    speakers: settings.sources.speakers,
    pseudonyms: settings.confidentiality.pseudonyms,
    sentences: [...entries],
  };
  return { ledger, reports };
}

function describeSource(source: PinnedSource, home: string): LedgerSource {
  const { id, origin, lines } = source;
  const repository = origin && origin.repository !== home ? origin.repository : null;
  return {
    id,
    path: nameSource(source, home),
    origin: origin && { ...origin, repository },
    lines,
    isWithheld: source.repository === null,
  };
}

/** Findings count the lines of the text below the front matter. */
function placeFindings(findings: readonly Finding[], text: string) {
  const lines = text.split("\n");
  const body = skipFrontMatter(lines);
  const above = lines.findIndex((line, index) => index >= body && line.trim() !== "");
  return findings.map((finding) => {
    const line = readPostLine(finding);
    return { ...finding, line: line === null ? null : line + Math.max(above, 0) };
  });
}
