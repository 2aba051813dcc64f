import assert from "node:assert/strict";
import { test } from "node:test";
import type { ScheduleJob } from "../../../../src/jobs/payload.ts";
import { isOfSeries, listIdeas } from "../../../../src/jobs/tasks/reading/choose-idea.ts";
import type { Context } from "../../../../src/jobs/tasks/world.ts";
import type { Idea, IdeasPage } from "../../../../src/ports/ideas.ts";
import type { Repository } from "../../../../src/ports/repository.ts";

const idea = (number: number, author: string | null = "editor", body = ""): Idea => ({
  number,
  nodeId: `I_${number}`,
  title: "A title",
  body,
  author,
});

const page = (ideas: readonly Idea[], change: Partial<IdeasPage> = {}): IdeasPage => ({
  isArchived: false,
  hasOpenPullRequest: false,
  next: null,
  ideas,
  ...change,
});

async function list(pages: readonly IdeasPage[], passedOver: readonly number[] = []) {
  const asked: string[] = [];
  const after: unknown[] = [];
  const repository: Pick<Repository, "listIdeas" | "permission"> = {
    listIdeas: async (request) => {
      after.push(request.after);
      assert.deepEqual([request.label, request.pullRequestNumbers], ["blog-idea", [9]]);
      return pages[after.length - 1] ?? page([]);
    },
    permission: async (login) => {
      asked.push(login);
      return login === "editor" ? "write" : login === "owner" ? "admin" : "read";
    },
  };
  const store = {
    listScheduledPullRequests: async () => [9],
    listPassedOver: async () => new Set(passedOver),
  };
  const job = { target: { repository: { id: "7" } }, series: "The Constellation", label: "blog-idea" };
  const context = { job, repository, world: { store } } as unknown as Context<ScheduleJob>;
  const ideas: (number | string)[] = [];
  for await (const one of listIdeas(context)) ideas.push(typeof one === "string" ? one : one.number);
  return { ideas, asked, after };
}

test("each person is asked about once, and only those who may write count", async () => {
  const ideas = [idea(1, "reader"), idea(2, "reader"), idea(3), idea(4, "owner"), idea(5)];
  const { ideas: found, asked } = await list([page(ideas)]);
  assert.deepEqual(found, [3, 4, 5]);
  assert.deepEqual(asked, ["reader", "editor", "owner"]);
});

test("nobody is asked about what is passed over, of another series, or a bot's", async () => {
  const ideas = [idea(1), idea(2, "owner", "Series: The Night Shift"), idea(3, null)];
  assert.deepEqual(await list([page(ideas)], [1]), { ideas: [], asked: [], after: [null] });
});

test("later pages are read when they are needed", async () => {
  const pages = [page([idea(1, "reader")], { next: "cursor" }), page([idea(51)])];
  const { ideas, after } = await list(pages);
  assert.deepEqual(ideas, [51]);
  assert.deepEqual(after, [null, "cursor"]);
});

test("an archived repository and an open draft end it with a reason", async () => {
  const archived = await list([page([idea(1)], { isArchived: true })]);
  assert.deepEqual(archived.ideas, ["the repository is archived"]);
  const open = await list([page([idea(1)], { hasOpenPullRequest: true })]);
  assert.deepEqual(open.ideas, ["an earlier draft of the series is still open"]);
  assert.deepEqual([archived.asked, open.asked], [[], []]);
});

test("strangers who hold places cost a bounded number of requests", async () => {
  const strangers = Array.from({ length: 60 }, (_, index) => idea(index, `stranger-${index}`));
  const { ideas, asked } = await list([page([...strangers, idea(99)])]);
  assert.equal(asked.length, 50);
  assert.deepEqual(ideas, []);
});

test("a backlog without an end is not read to its end", async () => {
  const endless = Array.from({ length: 20 }, () => page([], { next: "more" }));
  assert.equal((await list(endless)).after.length, 10);
});

test("an issue that names a series is that one's alone", () => {
  const text = (body: string) => ({ title: "A title", body });
  assert.equal(isOfSeries(text("no word of it"), "The Constellation"), true);
  assert.equal(isOfSeries(text("Series: the constellation"), "The Constellation"), true);
  assert.equal(isOfSeries(text("Series: The Night Shift"), "The Constellation"), false);
});
