import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkedInFaultInput } from "../../../src/sandbox/linkedin/faults.ts";
import { openSandbox } from "../support.ts";
import { createPost, postBody } from "./support.ts";

/** What the caller sees of each fault, and how many posts readers see afterwards. */
const table: [LinkedInFaultInput | undefined, { caller: string; visible: number }][] = [
  [undefined, { caller: "201 with id", visible: 1 }],
  ["created-then-reset", { caller: "reset", visible: 1 }],
  ["created-then-500", { caller: "500 INTERNAL_SERVER_ERROR", visible: 1 }],
  ["created-without-id", { caller: "201", visible: 1 }],
  ["created-with-linkedin-id", { caller: "201 with old id", visible: 1 }],
  [
    { kind: "slow", delayMs: 1000 },
    { caller: "too late", visible: 1 },
  ],
  [
    { kind: "slow", delayMs: 20 },
    { caller: "201 with id", visible: 1 },
  ],
  ["reset", { caller: "reset", visible: 0 }],
  ["error-500", { caller: "500 INTERNAL_SERVER_ERROR", visible: 0 }],
  ["unavailable-503", { caller: "503 SERVICE_UNAVAILABLE", visible: 0 }],
  ["rate-limited", { caller: "429 TOO_MANY_REQUESTS", visible: 0 }],
  ["conflict", { caller: "409 CONFLICT", visible: 0 }],
  ["expired", { caller: "401 EXPIRED_ACCESS_TOKEN", visible: 0 }],
  ["revoked", { caller: "401 REVOKED_ACCESS_TOKEN", visible: 0 }],
];

async function see(...call: Parameters<typeof createPost>): Promise<string> {
  try {
    const [linkedin, body] = call;
    const {
      status,
      urn,
      headers,
      body: answer,
    } = await createPost(linkedin, body, {
      signal: AbortSignal.timeout(400),
    });
    const word = (answer as { code?: string }).code;
    if (status !== 201) return `${status} ${word}`;
    if (headers.has("x-linkedin-id")) return "201 with old id";
    return urn === null ? "201" : "201 with id";
  } catch (error) {
    return error instanceof DOMException ? "too late" : "reset";
  }
}

test("each fault, as the caller and as readers see it", async (context) => {
  const { linkedin } = await openSandbox(context);
  for (const [index, [fault, { caller, visible }]] of table.entries()) {
    const before = linkedin.posts().length;
    linkedin.setFault(fault);
    const body = postBody(linkedin, { commentary: `Number ${index}` });
    assert.equal(await see(linkedin, body), caller, JSON.stringify(fault));
    assert.equal(linkedin.posts().length - before, visible, JSON.stringify(fault));
    // It happens once.
    assert.equal(await see(linkedin, { ...body, commentary: `Number ${index} again` }), "201 with id");
  }
});

test("after an answer that was lost, the same post is a duplicate of one that nobody told of", async (context) => {
  const { linkedin } = await openSandbox(context);
  linkedin.setFault("created-then-reset");
  await assert.rejects(createPost(linkedin, postBody(linkedin)));
  const again = await createPost(linkedin, postBody(linkedin));
  assert.equal(again.status, 422);
  assert.match(JSON.stringify(again.body), new RegExp(linkedin.posts()[0]?.urn ?? "none"));
  assert.deepEqual(
    linkedin.requests().map((one) => one.status),
    [0, 422],
  );
});

test("a fault meets the nth call, as often as it is told, and can be taken away", async (context) => {
  const { linkedin } = await openSandbox(context);
  let count = 0;
  const call = async () => {
    count += 1;
    return (await createPost(linkedin, postBody(linkedin, { commentary: `Number ${count}` }))).status;
  };
  linkedin.setFault({ kind: "rate-limited", nth: 2, times: 2 });
  assert.deepEqual([await call(), await call(), await call(), await call()], [201, 429, 429, 201]);
  linkedin.setFault("error-500");
  linkedin.setFault(undefined);
  assert.equal(await call(), 201);
  // A call that the fault cannot meet is not spared the other gates.
  linkedin.setFault("error-500");
  assert.equal((await createPost(linkedin, {})).status, 400);
});

test("somebody may stand at the moments of a call, and cut it before or after it acted", async (context) => {
  const { linkedin } = await openSandbox(context);
  const seen: string[] = [];
  let cutAt: string | undefined = "before";
  const leave = linkedin.intercept(({ moment, request }) => {
    seen.push(`${moment} ${linkedin.posts().length} ${request.status}`);
    return moment === cutAt ? "drop" : undefined;
  });
  await assert.rejects(createPost(linkedin, postBody(linkedin)));
  cutAt = "acted";
  await assert.rejects(createPost(linkedin, postBody(linkedin)));
  cutAt = undefined;
  await createPost(linkedin, postBody(linkedin, { commentary: "Another." }));
  leave();
  await createPost(linkedin, postBody(linkedin, { commentary: "A third." }));
  assert.deepEqual(seen, [
    "before 0 undefined",
    "before 0 undefined",
    "acted 1 undefined",
    "before 1 undefined",
    "acted 2 undefined",
    "answered 2 201",
  ]);
});
