import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, RetryableError } from "../../../../src/errors.ts";
import type { ReviewJob } from "../../../../src/jobs/payload.ts";
import { gatherEvidence } from "../../../../src/jobs/tasks/reading/gather-evidence.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { PlaceToLook, RepositoryLook } from "../../../../src/ports/repository.ts";
import type { Ledger } from "../../../../src/verification/evidence/ledger.ts";
import { ledger as draft, post } from "../../../verification/evidence/evidence.ts";

const talk =
  "**Maya Rey:** We lost the whole weekend to it.\n\n**Ola Brandt:** How long did it take?\n\n**Maya Rey:** All of it.\n\n**Ola Brandt:** I see.\n";
const secret = talk.replaceAll("weekend", "quarter");

const source = (id: string, repository: string | null, isWithheld = false) => ({
  id,
  path: isWithheld ? "private source 2.md" : repository === null ? "talk.md" : `${repository}:talk.md`,
  origin: { repository, path: "talk.md", commit: "c1" },
  lines: null,
  isWithheld,
});
const ledger: Ledger = { ...draft, sources: [source("S1", null), source("S2", "acme/vault")] };

type Files = Readonly<Record<string, string | { blob: string }>>;
type Side = { isPrivate: boolean; files: Files } | Error;

/** Looks at two repositories, and remembers what was asked. */
async function gather(home: Side, vault: Side, newest: Ledger = ledger) {
  const asked: string[] = [];
  const connect = (name: string, side: Side) => ({
    async look({ places }: { places: readonly PlaceToLook[] }): Promise<RepositoryLook> {
      asked.push(`look at ${name}: ${places.map(({ ref, path }) => `${ref}:${path}`).join(" ")}`);
      if (side instanceof Error) throw side;
      const looked = places.map(({ ref, path }) => {
        const file = side.files[`${ref}:${path}`];
        if (file === undefined) return null;
        const isTruncated = typeof file !== "string";
        const text = isTruncated ? "The first half" : file;
        return {
          commit: ref ?? "",
          entry: { kind: "file", oid: "b10b", bytes: 9, text, isTruncated } as const,
        };
      });
      return { fullName: name, isPrivate: side.isPrivate, settings: { kind: "missing" }, looked };
    },
    async readBlob() {
      asked.push("the rest of a file");
      return Buffer.from(talk);
    },
  });
  const context = {
    job: { target: { installationId: 5, repository: { id: "7", owner: "acme", name: "blog" } } },
    repository: connect("acme/blog", home),
    world: {
      connectRepository: () => connect("acme/vault", vault),
      githubUrl: "https://github.com",
    },
  } as unknown as Context<ReviewJob>;
  return { ...(await gatherEvidence(context, { first: draft, newest })), asked };
}

const own = { isPrivate: true, files: { "c1:talk.md": talk, "c0ffee:posts/drills.md": post } };
const vault = { isPrivate: true, files: { "c1:talk.md": secret } };

test("everything of one repository is read with one request", async () => {
  const { asked, transcripts, sources, unread, formers } = await gather(own, vault);
  assert.deepEqual(asked, [
    "look at acme/blog: c0ffee:posts/drills.md ba5e:.github/speakers.yml c1:talk.md",
    "look at acme/vault: c1:talk.md",
  ]);
  assert.deepEqual(
    transcripts.map(({ source: { id, repository } }) => [id, repository]),
    [
      ["S1", "acme/blog"],
      ["S2", "acme/vault"],
    ],
  );
  assert.deepEqual(
    sources.map(({ url }) => url),
    ["https://github.com/acme/blog/blob/c1/talk.md", "https://github.com/acme/vault/blob/c1/talk.md"],
  );
  assert.deepEqual(unread, []);
  assert.equal(formers[0]?.sentences?.length, 4);
});

test("for a public repository a private source is withheld, also where it became public since", async () => {
  const shown = async (newest?: Ledger) => {
    const { sources, transcripts } = await gather({ ...own, isPrivate: false }, vault, newest);
    return JSON.stringify([sources[1], transcripts[1]?.source.repository, transcripts[1]?.source.path]);
  };
  assert.equal(
    await shown(),
    '[{"id":"S2","path":"private source S2","isWithheld":true,"url":null},null,"private source S2"]',
  );
  const withheld = { ...ledger, sources: [source("S1", null), source("S2", "acme/vault", true)] };
  assert.equal(
    await shown(withheld),
    '[{"id":"S2","path":"private source 2.md","isWithheld":true,"url":null},null,"private source 2.md"]',
  );
});

test("what cannot be read any more is named, and what may pass is tried again", async () => {
  const gone = await gather({ ...own, files: {} }, new PermanentError("gone"));
  assert.deepEqual(gone.unread, ["talk.md", "acme/vault:talk.md"]);
  assert.deepEqual([gone.transcripts, gone.formers[0]?.sentences], [[], null]);
  await assert.rejects(gather(own, new RetryableError("later")), RetryableError);
});

test("a file over GitHub's cut is read to its end", async () => {
  const { asked, transcripts } = await gather({ ...own, files: { "c1:talk.md": { blob: talk } } }, vault);
  assert.equal(asked[1], "the rest of a file");
  assert.equal(transcripts[0]?.utterances.length, 4);
});

test("the file of speakers counts, and one that cannot be read lets nothing pass", async () => {
  const speakers = (text: string) => ({ ...own, files: { ...own.files, "ba5e:.github/speakers.yml": text } });
  const never = await gather(speakers("people:\n  - name: Maya Rey\n    quotes: never\n"), vault);
  assert.deepEqual(never.transcripts[0]?.speakers, ["Ola Brandt"]);
  const hidden = { ...ledger, pseudonyms: "names.yml" };
  const missing = await gather(own, vault, hidden);
  assert.deepEqual([missing.transcripts, missing.unread.length], [[], 2], "pseudonyms that are gone");
  const named = { ...own, files: { ...own.files, "ba5e:names.yml": "Maya Rey: an engineer\n" } };
  const { transcripts } = await gather(named, vault, hidden);
  assert.deepEqual(transcripts[0]?.speakers, ["an engineer", "Ola Brandt"]);
  const broken = await gather(speakers("people: [1"), vault);
  assert.deepEqual([broken.transcripts, broken.unread.length], [[], 2]);
});
