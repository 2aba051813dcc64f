import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import {
  createLinkedInChannel,
  type LinkedInAccount,
} from "../../../src/adapters/linkedin/linkedin-channel.ts";
import type { Announcement, SendResult } from "../../../src/ports/channel.ts";
import type { LinkedInFaultInput } from "../../../src/sandbox/linkedin/faults.ts";
import type { LinkedIn } from "../../../src/sandbox/linkedin/linkedin.ts";
import { openSandbox } from "../../sandbox/support.ts";

const version = "202605";

function accountOf(linkedin: LinkedIn): LinkedInAccount {
  const { url, accessToken, author } = linkedin;
  return { apiUrl: url, accessToken, author, version, repositories: ["acme/notes"] };
}

async function open(context: TestContext, change: Partial<LinkedInAccount> = {}) {
  const { linkedin } = await openSandbox(context, { linkedinNow: () => new Date("2026-06-01") });
  return { linkedin, channel: createLinkedInChannel({ ...accountOf(linkedin), ...change }) };
}

const plain: Announcement = { text: "We talked (about *the* sea). #sea", card: null };
const card = { url: "https://example.org/sea/", title: "The sea", description: "About it" };

test("one request makes one post with the headers that LinkedIn wants, and its address is known", async (context) => {
  const { linkedin, channel } = await open(context);
  const result = await channel.send({ ...plain, card });
  const [post, ...others] = linkedin.posts();
  assert.deepEqual(result, { kind: "sent", url: `https://www.linkedin.com/feed/update/${post?.urn}/` });
  assert.deepEqual(others, []);
  assert.deepEqual(
    [post?.author, post?.rendered, post?.visibility],
    [linkedin.author, "We talked (about *the* sea). #sea", "PUBLIC"],
  );
  const { article } = post ?? {};
  assert.deepEqual(article, { source: card.url, title: card.title, description: card.description });
  const names = ["linkedin-version", "x-restli-protocol-version", "content-type", "authorization"];
  assert.deepEqual(
    names.map((name) => post?.headers[name]),
    [version, "2.0.0", "application/json", `Bearer ${linkedin.accessToken}`],
  );
  assert.equal(linkedin.requests().length, 1);
});

test("without an address of the post there is no card", async (context) => {
  const { linkedin, channel } = await open(context);
  assert.equal((await channel.send(plain)).kind, "sent");
  assert.equal(linkedin.posts()[0]?.article, undefined);
  assert.equal(Object.hasOwn(Object(linkedin.requests()[0]?.body), "content"), false);
});

test("a card that is too long is cut at a whole character", async (context) => {
  const { linkedin, channel } = await open(context);
  const long = { ...card, title: `a${"🌊".repeat(300)}`, description: `a${"🌊".repeat(3000)}` };
  assert.equal((await channel.send({ text: "One.", card: long })).kind, "sent");
  const most = { ...card, title: "🌊".repeat(200), description: "" };
  assert.equal((await channel.send({ text: "Two.", card: most })).kind, "sent");
  const [cut, whole] = linkedin.posts();
  assert.equal(cut?.article?.title, `a${"🌊".repeat(199)}`);
  assert.equal(cut?.article?.description, `a${"🌊".repeat(1999)}`);
  assert.equal(whole?.article?.title, most.title);
});

const sent = { kind: "sent" } as const;
const failed = (reason: string): SendResult => ({ kind: "failed", reason });
const unknown = (reason: string): SendResult => ({ kind: "unknown", reason });
const token = failed(
  "LinkedIn no longer accepts the access token: make a new one and set LINKEDIN_ACCESS_TOKEN.",
);
const broke = unknown("The connection to LinkedIn broke before it answered.");
const failedAfter = (status: number) => unknown(`LinkedIn failed with ${status} after it had the request.`);

/** Each fault, what is made of it, and how many posts readers see. */
const faults: [LinkedInFaultInput, SendResult | typeof sent, number][] = [
  ["created-then-reset", broke, 1],
  ["created-then-500", failedAfter(500), 1],
  ["created-without-id", unknown("LinkedIn accepted the post but did not say which one it is."), 1],
  ["created-with-linkedin-id", sent, 1],
  [{ kind: "slow", delayMs: 30 }, sent, 1],
  ["reset", broke, 0],
  ["error-500", failedAfter(500), 0],
  ["unavailable-503", failedAfter(503), 0],
  [
    "rate-limited",
    failed("LinkedIn's limit of posts for today is reached: try again after midnight UTC."),
    0,
  ],
  ["conflict", failed("LinkedIn refused the post (409 CONFLICT)."), 0],
  ["expired", token, 0],
  ["revoked", token, 0],
];
for (const [fault, expected, visible] of faults)
  test(`one request and a true result: ${JSON.stringify(fault)}`, async (context) => {
    const { linkedin, channel } = await open(context);
    linkedin.setFault(fault);
    const result = await channel.send(plain);
    const [post] = linkedin.posts();
    const url = `https://www.linkedin.com/feed/update/${post?.urn}/`;
    assert.deepEqual(result, expected.kind === "sent" ? { kind: "sent", url } : expected);
    assert.equal(linkedin.posts().length, visible);
    assert.equal(linkedin.requests().length, 1);
  });

const refusals: [string, Partial<LinkedInAccount>, string][] = [
  ["a token that is none", { accessToken: "none" }, token.kind === "failed" ? token.reason : ""],
  [
    "a retired version",
    { version: "202401" },
    "LinkedIn has retired the API version: set LINKEDIN_VERSION to a newer month.",
  ],
  [
    "another member",
    { author: "urn:li:person:somebody" },
    "LinkedIn does not let this token post as LINKEDIN_AUTHOR: it needs w_member_social for that very member.",
  ],
  ["an organisation", { author: "urn:li:organization:7" }, "LinkedIn refused the post (400)."],
];
for (const [title, change, reason] of refusals)
  test(`refused: ${title}`, async (context) => {
    const { linkedin, channel } = await open(context, change);
    assert.deepEqual(await channel.send(plain), { kind: "failed", reason });
    assert.deepEqual([linkedin.posts().length, linkedin.requests().length], [0, 1]);
  });

test("the same text twice is a duplicate that nobody knows about, and what LinkedIn says is not repeated", async (context) => {
  const { linkedin, channel } = await open(context);
  await channel.send(plain);
  assert.deepEqual(
    await channel.send(plain),
    unknown("LinkedIn says that this very text was posted a short while ago."),
  );
  assert.equal(linkedin.posts().length, 1);
});

/** A LinkedIn that says what it is told to, and counts. */
async function answerWith(context: TestContext, status: number, headers: Record<string, string>) {
  let count = 0;
  const server = createServer((_request, response) => {
    count += 1;
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  context.after(stop);
  const account = { apiUrl, accessToken: "t", author: "urn:li:person:a", version, repositories: [] };
  return { channel: createLinkedInChannel(account), count: () => count, stop };
}

const noName = unknown("LinkedIn accepted the post but did not say which one it is.");
const answers: [number, Record<string, string>, SendResult][] = [
  [
    201,
    { "x-restli-id": "urn%3Ali%3AugcPost%3A12" },
    { kind: "sent", url: "https://www.linkedin.com/feed/update/urn:li:ugcPost:12/" },
  ],
  [
    201,
    { "x-restli-id": "", "x-linkedin-id": "urn:li:share:3" },
    { kind: "sent", url: "https://www.linkedin.com/feed/update/urn:li:share:3/" },
  ],
  [201, { "x-restli-id": "%E0%A4%A" }, noName],
  [201, { "x-restli-id": "urn:li:share:1/../@acme" }, noName],
  [200, {}, unknown("LinkedIn answered 200, which does not say whether it has the post.")],
  [202, {}, unknown("LinkedIn answered 202, which does not say whether it has the post.")],
  [307, { location: "/elsewhere" }, broke],
  [404, {}, failed("LinkedIn refused the post (404).")],
];
for (const [status, headers, expected] of answers)
  test(`an answer of ${status} with ${JSON.stringify(headers)}`, async (context) => {
    const { channel, count } = await answerWith(context, status, headers);
    assert.deepEqual(await channel.send(plain), expected);
    assert.equal(count(), 1);
  });

test("what never reached LinkedIn has failed", async (context) => {
  const { channel, stop } = await answerWith(context, 201, {});
  await stop();
  const reason = "LinkedIn could not be reached, so nothing was sent.";
  assert.deepEqual(await channel.send(plain), { kind: "failed", reason });
  const none = createLinkedInChannel(null);
  assert.deepEqual(await none.send(plain), { kind: "failed", reason: "LinkedIn is not connected." });
});

test("only repositories that are named may use the account, and length is that of the wire", async (context) => {
  const { channel } = await open(context);
  const names = ["acme/notes", "Acme/Notes", "acme/other", "notes", ""];
  assert.deepEqual(names.map(channel.isConnected), [true, true, false, false, false]);
  assert.equal(createLinkedInChannel(null).isConnected("acme/notes"), false);
  assert.deepEqual(channel.measure("(a) #b 🌊"), { length: 11, most: 3000 });
});
