import assert from "node:assert/strict";
import { test } from "node:test";
import { screenPullRequest } from "../../../../src/jobs/tasks/checking/screen-pull-request.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import { hashSecrets } from "../../../../src/verification/confidentiality/hashed-secrets.ts";
import { createClearances } from "../../../fixtures/clearances.ts";
import { secretsOf } from "../../../verification/confidentiality/secrets.ts";

const kept = hashSecrets("7", secretsOf("Ana: We lost Vantaro and Okonkwo.", "Bo: Yes.", "Ana: Both."));
const own = { repositoryId: "7", number: 1, branch: "blog/sea" };
const calm = { title: "The sea", body: "Words.", isPrivate: false, others: [], unread: 0, paths: [] };
const head = { path: "blog/a.md", text: "One.\nTwo.\n" };

type Shown = Parameters<typeof screenPullRequest>[3];

async function screen(change: Partial<Shown>, branch = own.branch, secrets: typeof kept | null = kept) {
  const context = {
    job: { target: { repository: { owner: "acme", name: "notes" } } },
    world: { clearances: createClearances(secrets ?? undefined) },
  } as unknown as Context;
  const shown = { ...calm, head, ...change };
  const screened = await screenPullRequest(context, { ...own, branch }, Settings.parse({}), shown);
  return (
    screened && {
      places: screened.leaks.flatMap(({ places }) =>
        places.map(({ place, line }) => (line === null ? place : `${place}:${line}`)),
      ),
      files: screened.files,
    }
  );
}
const placesOf = async (change: Partial<Shown>, branch?: string) => (await screen(change, branch))?.places;

const other = { place: "blog/b.md", text: "One.\nOkonkwo.\n", hasLines: true };
const cases: [string, Partial<Shown>, string[]][] = [
  ["nothing", {}, []],
  ["the post", { head: { ...head, text: "One.\nVantaro.\n" } }, ["blog/a.md:2"]],
  ["the post's path", { head: { ...head, path: "blog/vantaro.md" } }, ["the post's path"]],
  ["the title", { title: "Vantaro at sea" }, ["the pull request's title"]],
  ["the title of a private one", { title: "Vantaro", isPrivate: true }, ["the pull request's title"]],
  ["the body", { body: "Ask Okonkwo." }, ["the pull request"]],
  ["the body, as we clean words", { body: "Ask \\*Okon\u200Bkwo\\*." }, ["the pull request"]],
  ["the body of a private one", { body: "Ask Okonkwo.", isPrivate: true }, []],
  ["a source's path in the body", { body: "From `talks/vantaro.md`", paths: ["talks/vantaro.md"] }, []],
  ["another path in the body", { body: "From `talks/vantaro.md`" }, ["the pull request"]],
  ["another file", { others: [other] }, ["blog/b.md:2"]],
];
for (const [title, change, places] of cases)
  test(`what ${title} says of the sources`, async () => assert.deepEqual(await placesOf(change), places));

test("the branch, and the files that annotations may point to", async () => {
  assert.deepEqual(await placesOf({}, "blog/vantaro-sinks"), ["the branch"]);
  assert.deepEqual((await screen({ others: [other] }))?.files, ["blog/a.md", "blog/b.md"]);
});

test("where nothing was kept, nothing can be said", async () =>
  assert.equal(await screen({ title: "Vantaro" }, own.branch, null), null));
