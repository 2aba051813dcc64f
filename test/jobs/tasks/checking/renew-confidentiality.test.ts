import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReleaseJob, ReviewJob } from "../../../../src/jobs/payload.ts";
import { checkPost } from "../../../../src/jobs/tasks/checking/check-post.ts";
import {
  checkAndRenew,
  renewConfidentiality,
} from "../../../../src/jobs/tasks/checking/renew-confidentiality.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { ChecksRequest } from "../../../../src/ports/check-runs.ts";
import type { ClosedPullRequest } from "../../../../src/ports/repository.ts";
import type { OwnPullRequest } from "../../../../src/ports/store.ts";
import { hashSecrets } from "../../../../src/verification/confidentiality/hashed-secrets.ts";
import { createClearances } from "../../../fixtures/clearances.ts";
import { secretsOf } from "../../../verification/confidentiality/secrets.ts";
import { ledger } from "../../../verification/evidence/evidence.ts";

const secrets = hashSecrets("7", secretsOf("Ana: We lost Vantaro.", "Bo: Yes.", "Ana: All of it."));
const ledgers = { first: ledger, newest: ledger };
const own = {
  ...{ repositoryId: "7", number: 1, issueNumber: 1, nodeId: "PR_1", slug: "sea" },
  ...{ branch: "blog/sea", file: "blog/a.md", headOid: "c0" },
} as OwnPullRequest;
const found = {
  ...{ isOurs: true, isPrivate: true, state: "OPEN", title: "The sea", body: "", repositoryNodeId: "R_1" },
  ...{ baseBranch: "main", defaultBranch: "main", added: [], changed: [], merged: null, current: null },
  ...{ settings: { kind: "missing" }, head: { path: own.file, text: "We lost Vantaro.\n" }, commit: "c2" },
} as unknown as ClosedPullRequest & { readonly commit: string };

/** `meanwhile` happens while the first check run is on its way; GitHub has it in the end. */
function prepare(meanwhile: (release: () => Promise<void>) => Promise<void>, number = 1) {
  const clearances = createClearances(secrets);
  const key = { repositoryId: "7", pullRequestNumber: 1 };
  const release = async () => {
    const hashes = (await clearances.list(key)).map(({ hash }) => hash);
    await clearances.release(key, hashes, { person: "editor", at: new Date(0) });
  };
  const posted: ChecksRequest[] = [];
  const saved = new Map<string, unknown>();
  const context = {
    job: { kind: "review", workId: "w1", target: { repository: { owner: "acme", name: "notes" } } },
    attempt: {
      number,
      load: async (step: string) => saved.get(step),
      save: async (step: string, value: unknown) => void saved.set(step, value),
    },
    world: {
      clearances,
      githubHost: "github.com",
      githubUrl: "https://github.com",
      ledgers: { load: async () => null, save: async () => {} },
    },
    repository: {
      readClosed: async () => found,
      look: async ({ places }: { places: readonly unknown[] }) => ({ looked: places.map(() => null) }),
      async postChecks(request: ChecksRequest) {
        if (posted.length === 0) await meanwhile(release);
        posted.push(request);
        return "posted" as const;
      },
    },
  } as unknown as Context<ReviewJob & ReleaseJob>;
  const titles = () =>
    posted.flatMap(({ reports }) =>
      reports.filter(({ name }) => /conf/.test(name)).map(({ title }) => title),
    );
  return { context, titles, posted };
}

test("what is released while its check run is made is said by a newer one", async () => {
  const { context, titles, posted } = prepare((release) => release());
  await renewConfidentiality(context, own);
  assert.deepEqual(titles(), ["1 to clear", "Nothing to clear"]);
  assert.equal(new Set(posted.map(({ externalId }) => externalId)).size, 2);
});

test("a release while a push is checked ends in the newest check run", async () => {
  const { context, titles } = prepare((release) => release());
  await checkAndRenew(context, own, () => checkPost(context, own, ledgers, found));
  assert.deepEqual(titles(), ["1 to clear", "Nothing to clear"]);
});

test("negative control: where nothing is released there is one check run", async () => {
  const { context, titles } = prepare(async () => {});
  await checkAndRenew(context, own, () => checkPost(context, own, ledgers, found));
  assert.equal(titles().length, 1);
});

test("an attempt after one that died between the push's check run and the newer one makes the newer one", async () => {
  const { context, titles } = prepare((release) => release());
  const dying = checkAndRenew(context, own, async () => {
    await checkPost(context, own, ledgers, found);
    throw new Error("killed");
  });
  await assert.rejects(dying, /killed/);
  await checkAndRenew({ ...context, attempt: { ...context.attempt, number: 2 } }, own, async () => {});
  assert.deepEqual(titles(), ["1 to clear", "Nothing to clear"]);
});
