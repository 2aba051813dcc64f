import assert from "node:assert/strict";
import { test } from "node:test";
import { findDeadLinks } from "../../../../src/jobs/tasks/checking/find-dead-links.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { PlaceToLook } from "../../../../src/ports/repository.ts";

/** Where a repository that holds one file was looked, and what was found dead. */
async function find(text: string) {
  const asked: string[] = [];
  const repository = {
    async look({ places }: { places: readonly PlaceToLook[] }) {
      asked.push(places.map(({ ref, path }) => `${ref}:${path}`).join(" "));
      const entry = (path: string) =>
        path === "blog/there.md"
          ? { kind: "file", oid: "b10b", bytes: 1, text: "", isTruncated: false }
          : { kind: "missing" };
      return { looked: places.map(({ path }) => ({ commit: "c0ffee", entry: entry(path) })) };
    },
  };
  const context = {
    repository,
    job: { asked: { repository: { owner: "acme", name: "notes" } } },
    world: { githubHost: "github.com" },
  } as unknown as Context;
  const findings = await findDeadLinks(context, { path: "blog/a.md", text, commit: "c0ffee" });
  return { asked, places: findings.map(({ place }) => place) };
}

test("the links of a draft are looked at in one request at the commit that it was written from", async () => {
  assert.deepEqual(await find("One [a](there.md).\n\nTwo [b](gone.md)."), {
    asked: ["c0ffee:blog/there.md c0ffee:blog/gone.md"],
    places: ["post, line 3"],
  });
});

test("a draft that links to no file costs nothing, and what leads out of the repository is dead unseen", async () => {
  assert.deepEqual(await find("One [a](/about/)."), { asked: [], places: [] });
  assert.deepEqual(await find("One [a](../../a.md)."), { asked: [], places: ["post, line 1"] });
});
