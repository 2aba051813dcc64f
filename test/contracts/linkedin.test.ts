import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { createLinkedInChannel } from "../../src/adapters/linkedin/linkedin-channel.ts";
import type { Announcement } from "../../src/ports/channel.ts";
import type { LinkedIn } from "../../src/sandbox/linkedin/linkedin.ts";
import { createPost, postBody, thisMonth } from "../sandbox/linkedin/support.ts";
import { openSandbox } from "../sandbox/support.ts";
import { type AnswerFact, facts, findBroken, type SeenRequest } from "./support/linkedin-facts.ts";

const reserved = "|{}@[]()<>#\\*_~";
const announcements: readonly Announcement[] = [
  {
    text: "We talked (about *the* sea) with @maya #sea\nhttps://example.org/a_b?x=1#y",
    card: { url: "https://example.org/sea/", title: "The sea", description: "About it" },
  },
  {
    text: `${reserved} and ${reserved}`,
    card: { url: "https://example.org/", title: "t".repeat(500), description: "ü".repeat(5000) },
  },
  {
    text: "Ein Gespräch über das Meer 🌊 → mehr",
    card: { url: "https://example.org/ü", title: "Meer 🌊", description: "" },
  },
];

/** Sends an announcement with the product's own adapter and returns what LinkedIn got. */
async function sendAll(context: TestContext, wanted: readonly Announcement[]): Promise<SeenRequest[]> {
  const { linkedin } = await openSandbox(context);
  const channel = createLinkedInChannel({
    apiUrl: linkedin.url,
    accessToken: linkedin.accessToken,
    author: linkedin.author,
    version: thisMonth(),
    repositories: ["acme/blog"],
  });
  for (const announcement of wanted) {
    const result = await channel.send(announcement);
    assert.equal(result.kind, "sent", JSON.stringify(result));
  }
  return linkedin.requests().map(({ method, path, headers, body }) => ({ method, path, headers, body }));
}

test("what Galley sends to LinkedIn keeps every fact of the documentation", async (context) => {
  const requests = await sendAll(context, announcements);
  assert.equal(requests.length, announcements.length);
  for (const request of requests) assert.deepEqual(findBroken(request), []);
  context.diagnostic(`${requests.length} requests, ${facts.requests.length} facts each`);
});

type Memory = { urn: string };

/** The names in double braces, and a text as long as a number in them says. */
function fill<Value>(value: Value, linkedin: LinkedIn, memory: Memory): Value {
  const known: Record<string, string> = {
    month: thisMonth(),
    urn: memory.urn,
    encoded: encodeURIComponent(memory.urn),
    author: linkedin.author,
    sub: linkedin.author.replace("urn:li:person:", ""),
  };
  const text = JSON.stringify(value).replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) =>
    /^\d+$/.test(name) ? "x".repeat(Number(name)) : (known[name] ?? name),
  );
  return JSON.parse(text);
}

async function ask(linkedin: LinkedIn, { request, as }: AnswerFact, memory: Memory) {
  const token = linkedin.tokens[as ?? "active"];
  const headers: Record<string, string> = {
    authorization: `Bearer ${token}`,
    "linkedin-version": thisMonth(),
    "x-restli-protocol-version": "2.0.0",
    "content-type": "application/json",
    ...request.headers,
  };
  for (const name of request.without ?? []) delete headers[name];
  const change = request.body?.post as Record<string, unknown> | undefined;
  const post = change && { ...postBody(linkedin), ...change };
  const body = post
    ? Object.fromEntries(Object.entries(post).filter(([, value]) => value !== null))
    : request.body;
  const response = await fetch(linkedin.url + request.path, {
    method: request.method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  memory.urn = response.headers.get("x-restli-id") ?? memory.urn;
  const text = await response.text();
  return { status: response.status, body: text === "" ? "" : JSON.parse(text) };
}

function compare(seen: { status: number; body: unknown }, fact: AnswerFact): void {
  assert.equal(seen.status, fact.status, `${fact.fact}: ${JSON.stringify(seen.body)}`);
  if (fact.body === "") assert.equal(seen.body, "", fact.fact);
  else if (fact.body !== undefined) assert.partialDeepStrictEqual(seen.body, fact.body, fact.fact);
}

test("what the sandbox answers is what LinkedIn is known to answer", async (context) => {
  const { linkedin } = await openSandbox(context);
  const memory = { urn: "" };
  for (const fact of facts.answers) {
    const filled = fill(fact, linkedin, memory);
    compare(await ask(linkedin, filled, memory), filled);
  }
  assert.deepEqual(linkedin.posts(), []);
  for (const { fact, source } of facts.answers) assert.ok(source.length > 10, fact);
  context.diagnostic(`${facts.answers.length} answers, each with its source`);
});

test("readers see little text as it is known to be shown", async (context) => {
  const { linkedin } = await openSandbox(context);
  for (const [index, { wire, readers }] of facts.texts.entries()) {
    await createPost(linkedin, postBody(linkedin, { commentary: `${wire} ${index}` }));
    const cut = readers.endsWith(" ") ? readers : `${readers} ${index}`;
    assert.equal(linkedin.posts().at(-1)?.rendered, cut);
  }
  context.diagnostic(`${facts.texts.length} texts`);
});

test("a picture is announced, uploaded with the token, and then a post may carry it", async (context) => {
  const { linkedin } = await openSandbox(context);
  const memory = { urn: "" };
  const init = facts.answers.find(({ request }) => request.path.includes("initializeUpload"));
  assert.ok(init);
  const { value } = (await ask(linkedin, fill(init, linkedin, memory), memory)).body;
  const article = { source: "https://example.org/", title: "x", thumbnail: value.image };
  const post = () => createPost(linkedin, postBody(linkedin, { content: { article } }));
  assert.match(JSON.stringify((await post()).body), /MEDIA_ASSET_WAITING_UPLOAD/);
  const put = (headers: Record<string, string>) =>
    fetch(value.uploadUrl, { method: "PUT", headers, body: "\x89PNG" });
  assert.equal((await put({})).status, 401);
  assert.equal((await put({ authorization: `Bearer ${linkedin.accessToken}` })).status, 201);
  assert.equal((await post()).status, 201);
});

test("negative control: each fact of a request can be broken, and is found then", async (context) => {
  const [request] = await sendAll(context, announcements.slice(0, 1));
  assert.ok(request);
  const body = request.body as Record<string, unknown>;
  const broken: [string, SeenRequest][] = [
    [
      "the version is a month",
      { ...request, headers: { ...request.headers, "linkedin-version": "2026-05" } },
    ],
    ["one POST to /rest/posts", { ...request, path: "/v2/ugcPosts" }],
    ["published is the only state at creation", { ...request, body: { ...body, lifecycleState: "DRAFT" } }],
    [
      "no reserved character of little text stands bare",
      { ...request, body: { ...body, commentary: "a (b" } },
    ],
    ["nothing that LinkedIn does not know", { ...request, body: { ...body, mood: "good" } }],
    [
      "the text, escapes counted, has at most 3,000 UTF-16 units",
      { ...request, body: { ...body, commentary: "x".repeat(3001) } },
    ],
  ];
  for (const [fact, wrong] of broken) assert.deepEqual(findBroken(wrong), [fact]);
});

test("negative control: another status, message or code of an answer is found", async (context) => {
  const { linkedin } = await openSandbox(context);
  const [fact] = facts.answers;
  assert.ok(fact);
  const seen = await ask(linkedin, fact, { urn: "" });
  compare(seen, fact);
  assert.throws(() => compare(seen, { ...fact, status: 426 }));
  assert.throws(() => compare(seen, { ...fact, body: { code: "NONEXISTENT_VERSION" } }));
  assert.throws(() => compare(seen, { ...fact, body: "" }));
});
