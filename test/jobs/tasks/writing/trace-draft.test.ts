import assert from "node:assert/strict";
import { test } from "node:test";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import { traceDraft } from "../../../../src/jobs/tasks/writing/trace-draft.ts";
import { hashClaim, Ledger } from "../../../../src/verification/evidence/ledger.ts";
import { claims, post } from "../../../verification/evidence/evidence.ts";

const text = "**Maya Rey:** The restore took nineteen hours.\n\n**Ola Brandt:** How long did it take?\n";
const source = (id: string, repository: string | null) => ({
  id,
  repository,
  path: repository === null ? "private source 2.md" : "talk.md",
  commit: repository === null ? null : "c1",
  note: null,
  text,
  lines: null,
  origin: { repository: repository ?? "acme/vault", path: "talk.md", commit: "c1" },
});

function trace() {
  return traceDraft({
    pinned: {
      sources: [source("S1", "acme/blog"), source("S2", null), source("S3", "acme/blog")],
      speakers: { people: [] },
      pseudonyms: {},
      settings: Settings.parse({}),
      commit: "ba5e",
    },
    written: {
      draft: { claims } as unknown as Parameters<typeof traceDraft>[0]["written"]["draft"],
      findings: [
        {
          ...{ rule: "r", severity: "warning", place: "post, line 3", message: "Look." },
          sentence: hashClaim(claims[1]?.text ?? ""),
        },
      ],
      sourceIds: ["S1", "S2"],
      unread: [],
    },
    file: { path: "posts/drills.md", text: post },
    commit: "c0ffee",
    home: "acme/blog",
    githubUrl: "https://github.com",
    screened: { leaks: [], released: 0 },
  });
}

test("the ledger says where sources can be read again, and holds no word of them", () => {
  const { ledger } = trace();
  assert.deepEqual(Ledger.parse(JSON.parse(JSON.stringify(ledger))), ledger);
  assert.deepEqual(
    ledger.sources.map(({ id, path, origin, isWithheld }) => [id, path, origin?.repository, isWithheld]),
    [
      ["S1", "talk.md", null, false],
      ["S2", "private source 2.md", "acme/vault", true],
    ],
  );
  assert.doesNotMatch(JSON.stringify(ledger), /restore|nineteen/i);
  assert.deepEqual(
    ledger.sentences.map(({ doubts }) => doubts?.map(({ rule }) => rule)),
    [undefined, undefined, ["r"], ["r"]],
  );
});

test("the check of a draft counts its claims, and its findings stand in the lines of the file", () => {
  const [report, other] = trace().reports;
  assert.deepEqual([other?.name, other?.conclusion], ["Galley / confidentiality", "success"]);
  assert.equal(report?.title, "3 of 4 sentences grounded, none the author's own, no quotation changed");
  const [line = ""] = post.split("\n").slice(6);
  assert.match(line, /^Two hours/);
  assert.deepEqual(
    report?.annotations.map(({ firstLine, message }) => [firstLine, message]),
    [[7, "Look."]],
  );
  assert.doesNotMatch(JSON.stringify(report), /acme\/vault/);
});
