import assert from "node:assert/strict";
import { test } from "node:test";
import { PermanentError, RetryableError, UserError } from "../../../../src/errors.ts";
import type { DraftJob } from "../../../../src/jobs/payload.ts";
import { unreadable } from "../../../../src/jobs/tasks/reading/choose-sources.ts";
import { findMeant } from "../../../../src/jobs/tasks/reading/find-meant.ts";
import { readElsewhere } from "../../../../src/jobs/tasks/reading/read-elsewhere.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { Repository } from "../../../../src/ports/repository.ts";
import { findReferences } from "../../../../src/sources/find-references.ts";
import type { RepositoryEntry } from "../../../../src/sources/judge-file.ts";

const place = { host: "github.com", owner: "acme", name: "notes" };
const file = (text = "words"): RepositoryEntry => ({
  kind: "file",
  oid: "1",
  bytes: 10,
  text,
  isTruncated: false,
});

type Other = {
  readonly mayRead?: boolean;
  readonly isPrivate?: boolean;
  readonly settings?: RepositoryEntry;
  readonly files?: Readonly<Record<string, RepositoryEntry>>;
  readonly fails?: Error;
};

/** Reads an issue's text against other repositories; what is asked of each is recorded. */
async function read(body: string, others: Readonly<Record<string, Other>>, isPrivate = true) {
  const asked: string[] = [];
  const settings = Settings.parse({});
  const meant = findMeant(
    findReferences(body, place),
    { entries: new Map(), looked: [], commit: "c0ffee" },
    settings,
  );
  const connectRepository = ({
    installationId,
    owner,
    name,
  }: {
    installationId: number;
    owner: string;
    name: string;
  }) => {
    const other = others[name.toLowerCase()] ?? {};
    assert.equal(installationId, 7);
    const repository: Pick<Repository, "mayRead" | "look" | "readBlob"> = {
      mayRead: async (login) => {
        asked.push(`${login} in ${owner}/${name}`);
        return other.mayRead ?? false;
      },
      readBlob: async (oid) => Buffer.from(`${oid} of ${name}`),
      look: async ({ places }) => {
        asked.push(`look ${places.map(({ ref, path }) => `${ref ?? ""}:${path}`).join(" ")}`);
        if (other.fails) throw other.fails;
        const looked = places.map(({ ref, path }) =>
          ref === null || ref === "main"
            ? { commit: "beef", entry: other.files?.[path] ?? ({ kind: "missing" } as const) }
            : null,
        );
        const fullName = `acme/${name.toLowerCase()}`;
        return {
          fullName,
          isPrivate: other.isPrivate ?? true,
          settings: other.settings ?? { kind: "missing" },
          looked,
        };
      },
    };
    return repository as Repository;
  };
  const job = { asked: { installationId: 7, asker: "editor" } };
  const context = { job, world: { connectRepository } } as unknown as Context<DraftJob>;
  const home = { name: "acme/notes", isPrivate };
  const found = await readElsewhere(context, meant, { home, settings });
  return { asked, found: meant.flatMap((one) => found.get(one) ?? []) };
}

test("a repository costs two requests however many of its files are named: the asker's permission, and a look", async () => {
  const body = "`acme/more:a.md#L3` (x); https://github.com/acme/More/blob/main/b/c.md";
  const { asked, found } = await read(body, {
    more: { mayRead: true, files: { "a.md": file(), "b/c.md": file() } },
  });
  assert.deepEqual(asked, ["editor in acme/more", "look :a.md main:b/c.md main/b:c.md"]);
  assert.deepEqual(
    found.map(
      (one) => one.kind === "found" && [one.repository, one.path, one.commit, one.reference.lines?.first],
    ),
    [
      ["acme/more", "a.md", "beef", 3],
      ["acme/more", "b/c.md", "beef", undefined],
    ],
  );
});

test("what is cut off is read to its end from the repository that holds it", async () => {
  const { found } = await read("`acme/more:a.md`", { more: { mayRead: true, files: { "a.md": file() } } });
  const [one] = found;
  assert.equal(one?.kind === "found" && String(await one.from.readBlob("1")), "1 of more");
});

test("not there, not installed, not allowed and no such file are one and the same answer", async () => {
  const others = {
    forbidden: { mayRead: false, files: { "a.md": file() } },
    emptied: { mayRead: true },
    renamed: { mayRead: true, fails: new PermanentError("gone") },
    closed: { mayRead: true, fails: new UserError("not granted") },
  };
  for (const name of [...Object.keys(others), "nowhere"]) {
    const { found } = await read(`\`acme/${name}:a.md\``, others);
    assert.deepEqual(found, [{ kind: "unread", path: `acme/${name}:a.md`, reason: unreadable }]);
  }
});

test("a repository that the asker may not read is not looked at", async () => {
  const { asked } = await read("`acme/secret:a.md`", { secret: { mayRead: false } });
  assert.deepEqual(asked, ["editor in acme/secret"]);
});

test("a failure that passes is no answer: the work is tried again", async () => {
  const others = { more: { mayRead: true, fails: new RetryableError("later") } };
  await assert.rejects(read("`acme/more:a.md`", others), { name: "RetryableError" });
});

test("the other repository's settings have a say; with mistakes in them nothing of it is read", async () => {
  const strict = { mayRead: true, settings: file("sources: { exclude: [a.md] }"), files: { "a.md": file() } };
  const { found } = await read("`acme/more:a.md`", { more: strict });
  assert.deepEqual(
    found.flatMap((one) => (one.kind === "found" ? one.rules.map(({ sources }) => sources.exclude) : [])),
    [[".github/**", "node_modules/**"], ["a.md"]],
  );
  const broken = { ...strict, settings: file("sorces: 1") };
  const told = await read("`acme/more:a.md`", { more: broken });
  assert.deepEqual(told.found, [
    {
      kind: "unread",
      path: "acme/more:a.md",
      reason: "the `.github/galley.yml` of that repository has mistakes: mend them there",
    },
  ]);
  const withheld = await read("`acme/more:a.md`", { more: broken }, false);
  assert.deepEqual(withheld.found[0]?.kind === "unread" && withheld.found[0].reason, unreadable);
});

test("a private repository's file is withheld in a public repository, and only there", async () => {
  const isWithheld = async (other: Other, isPrivate: boolean) => {
    const { found } = await read(
      "`acme/more:a.md`",
      { more: { mayRead: true, files: { "a.md": file() }, ...other } },
      isPrivate,
    );
    return found.map((one) => one.kind === "found" && one.isWithheld);
  };
  assert.deepEqual(await isWithheld({}, false), [true]);
  assert.deepEqual(await isWithheld({}, true), [false]);
  assert.deepEqual(await isWithheld({ isPrivate: false }, false), [false]);
});

test("more than five other repositories are not asked for", async () => {
  const body = Array.from({ length: 7 }, (_, index) => `\`acme/r${index}:a.md\``).join(", ");
  const { asked, found } = await read(body, {});
  assert.equal(asked.length, 5);
  assert.equal(
    found.filter((one) => one.kind === "unread" && one.reason.startsWith("at most 5 other repositories"))
      .length,
    2,
  );
});
