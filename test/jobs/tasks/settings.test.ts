import assert from "node:assert/strict";
import { test } from "node:test";
import { Settings } from "../../../src/jobs/tasks/settings.ts";
import { parseSettings, renderMistakes } from "../../../src/sources/parse-settings.ts";

test("an empty file is the documented defaults", () => {
  assert.deepEqual(parseSettings("", Settings), {
    ok: true,
    settings: {
      timezone: "UTC",
      content: { directory: "content/blog", filename: "{date}-{slug}.md", frontMatter: {}, sources: false },
      site: { url: null, permalink: "/blog/{slug}/" },
      sources: {
        include: ["**/*.{md,markdown,txt,vtt,srt,sbv,json,html,htm}"],
        exclude: [".github/**", "node_modules/**"],
        fileMegabytes: 5,
        totalMegabytes: 20,
        speakers: ".github/speakers.yml",
      },
      branch: "blog/{date}-{slug}",
      series: [],
      backlog: { label: "blog-idea" },
      style: { banned: [], words: { min: null, max: null } },
      evidence: { judge: true },
      confidentiality: { public: [], names: "flag", pseudonyms: null },
      announcements: { linkedin: { enabled: true, review: true } },
      limits: { draftsPerDay: 10, tokensPerDraft: 60_000 },
    },
  });
});

test("the fullest file is accepted", () => {
  const text = `
timezone: America/New_York
site: { url: https://example.com/, permalink: "/{slug}" }
series: [{ name: The Constellation, pointOfView: ours, voice: notes/voice.md, schedule: { cron: "0 9 * * 2" } }]
confidentiality: { public: [Acme], names: block }
announcements: { linkedin: { enabled: false, review: false } }
limits: { draftsPerDay: 0, tokensPerDraft: 1 }`;
  assert.equal(parseSettings(text, Settings).ok, true);
});

const wrong: readonly [string, string][] = [
  ["timezone: Mars/Olympus", "- line 1, `timezone`: expected the name of a time zone, such as Europe/Berlin"],
  ["timezone: 3", "- line 1, `timezone`: expected a time zone"],
  [
    "site: { url: 'javascript:alert(1)' }",
    "- line 1, `site.url`: expected an address that begins with https://",
  ],
  ["site: { url: example.com }", "- line 1, `site.url`: expected an address that begins with https://"],
  ["sources: { include: '*.md' }", "- line 1, `sources.include`: expected a list of patterns"],
  ["sources: { fileMegabytes: 0 }", "- line 1, `sources.fileMegabytes`: expected more than 0 megabytes"],
  ["sources: { totalMegabytes: 400 }", "- line 1, `sources.totalMegabytes`: expected at most 40 megabytes"],
  ["sources: { fileMegabytes: x }", "- line 1, `sources.fileMegabytes`: expected a number of megabytes"],
  ["series: The Constellation", "- line 1, `series`: expected a list of series"],
  ["series: [{ name: '' }]", "- line 1, `series.0.name`: expected a name"],
  [
    "series:\n  - name: A\n    schedule:\n      corn: x\n      cron: 0 9 * * 2",
    "- line 4, `series.0.schedule.corn`: unknown key; did you mean `cron`?",
  ],
  [
    "series:\n  - name: A\n    schedule:\n      cron: every Tuesday",
    "- line 4, `series.0.schedule.cron`: expected five fields of cron (minute, hour, day, month, weekday), such as 0 9 * * 2",
  ],
  [
    'series: [{ name: A, schedule: { cron: "0 9 30 2 *" } }]',
    "- line 1, `series.0.schedule.cron`: expected five fields of cron (minute, hour, day, month, weekday), such as 0 9 * * 2",
  ],
  [
    'series:\n  - name: A\n    schedule:\n      cron: "0 9 * * 2"\n      timezone: Mars/Olympus',
    "- line 5, `series.0.schedule.timezone`: expected the name of a time zone, such as Europe/Berlin",
  ],
  ["series:\n  - name: A\n  - name: a", "- line 3, `series.1.name`: another series has this name"],
  ["backlog: { label: '' }", "- line 1, `backlog.label`: expected the name of a label"],
  ["confidentiality: { names: hide }", "- line 1, `confidentiality.names`: expected flag, block or allow"],
  [
    "announcements: { linkedin: { review: 'yes' } }",
    "- line 1, `announcements.linkedin.review`: expected true or false",
  ],
  [
    "announcements: { linkdin: {} }",
    "- line 1, `announcements.linkdin`: unknown key; did you mean `linkedin`?",
  ],
  ["limits: { draftsPerDay: 1.5 }", "- line 1, `limits.draftsPerDay`: expected a whole number"],
  [
    "content: { frontmatter: {} }",
    "- line 1, `content.frontmatter`: unknown key; did you mean `frontMatter`?",
  ],
  [
    "content: { directory: ../x }",
    "- line 1, `content.directory`: expected a folder below the top of the repository, without `..`",
  ],
];

for (const [text, expected] of wrong) {
  test(`a mistake is told: ${text}`, () => {
    const parsed = parseSettings(text, Settings);
    assert.equal(parsed.ok ? "accepted" : renderMistakes(parsed.mistakes), expected);
  });
}
