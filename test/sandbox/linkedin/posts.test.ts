import assert from "node:assert/strict";
import { test } from "node:test";
import { openSandbox } from "../support.ts";
import { createPost, postBody, thisMonth } from "./support.ts";

test("a post is answered by its URN in a header and nothing else, and is seen by readers", async (context) => {
  const { linkedin } = await openSandbox(context);
  const commentary = "We talked \\(at length\\) about the sea.\n\n{hashtag|\\#|sea} (lost";
  const article = { source: "https://example.org/a_b/", title: "The sea (1)", description: "A talk" };
  const answer = await createPost(linkedin, postBody(linkedin, { commentary, content: { article } }));
  assert.deepEqual([answer.status, answer.body], [201, ""]);
  assert.match(answer.urn ?? "", /^urn:li:share:\d{19}$/);
  const [{ headers, createdAt, ...post }] = linkedin.posts() as [ReturnType<typeof linkedin.posts>[number]];
  assert.deepEqual(post, {
    urn: answer.urn,
    author: linkedin.author,
    commentary,
    rendered: "We talked (at length) about the sea.\n\n#sea ",
    article,
    visibility: "PUBLIC",
  });
  assert.equal(headers["linkedin-version"], thisMonth());
  assert.ok(Date.parse(createdAt) <= Date.now());
  const [request] = linkedin.requests();
  assert.deepEqual(
    [request?.method, request?.path, request?.status, request?.body],
    ["POST", "/rest/posts", 201, postBody(linkedin, { commentary, content: { article } })],
  );
});

test("each header is asked for", async (context) => {
  const { linkedin } = await openSandbox(context);
  const refusal = async (headers: Record<string, string | undefined>) => {
    const { status, body } = await createPost(linkedin, postBody(linkedin), { headers });
    const { code, message } = body as { code?: string; message: string };
    return [status, code, message];
  };
  assert.deepEqual(await refusal({ "linkedin-version": undefined }), [
    400,
    "VERSION_MISSING",
    "A version must be present. Please specify a version by adding the Linkedin-Version header.",
  ]);
  assert.equal((await refusal({ "x-restli-protocol-version": undefined }))[0], 400);
  assert.equal((await refusal({ "x-restli-protocol-version": "1.0.0" }))[0], 400);
  assert.equal((await refusal({ "content-type": "text/plain" }))[0], 415);
  assert.deepEqual(await refusal({ authorization: undefined }), [
    401,
    "EMPTY_ACCESS_TOKEN",
    "Empty or missing OAuth2 access token",
  ]);
  const bearer = (token: string) => refusal({ authorization: `Bearer ${token}` });
  assert.deepEqual(await bearer("none"), [401, "INVALID_ACCESS_TOKEN", "Invalid access token"]);
  assert.deepEqual((await bearer(linkedin.tokens.expired)).slice(0, 2), [401, "EXPIRED_ACCESS_TOKEN"]);
  assert.deepEqual((await bearer(linkedin.tokens.revoked)).slice(0, 2), [401, "REVOKED_ACCESS_TOKEN"]);
  assert.deepEqual(await bearer(linkedin.tokens.withoutScope), [
    403,
    "ACCESS_DENIED",
    `Not enough permissions to access: partnerApiPostsExternal.CREATE.${thisMonth()}01`,
  ]);
  assert.deepEqual(linkedin.posts(), []);
});

test("a version lives from its month to the middle of the same month a year later", async (context) => {
  let now = new Date("2026-11-20T12:00:00Z");
  const { linkedin } = await openSandbox(context, { linkedinNow: () => now });
  let count = 0;
  const status = async (version: string) => {
    count += 1;
    const body = postBody(linkedin, { commentary: `Number ${count}` });
    return (await createPost(linkedin, body, { headers: { "linkedin-version": version } })).status;
  };
  const versions = ["202511", "202512", "202609", "202611", "202609.01", "202612", "2026-09", "202613"];
  assert.deepEqual(await Promise.all(versions.map(status)), [426, 201, 201, 201, 201, 426, 426, 426]);
  now = new Date("2026-11-14T23:59:59Z");
  assert.equal(await status("202511"), 201);
  now = new Date("2026-11-15T00:00:00Z");
  const dead = await createPost(linkedin, postBody(linkedin), { headers: { "linkedin-version": "202511" } });
  assert.deepEqual(dead.body, {
    code: "NONEXISTENT_VERSION",
    message: "Requested version 20251101 is not active",
    status: 426,
  });
});

const article = { source: "https://example.org/", title: "T" };
/** What is changed in a good body, and what is said to it. */
const refusals: [Record<string, unknown>, number, string][] = [
  [{ author: undefined }, 400, "MISSING_FIELD author is required but missing"],
  [{ commentary: undefined }, 400, "MISSING_FIELD commentary is required but missing"],
  [{ commentary: null }, 400, "MISSING_FIELD commentary is required but missing"],
  [{ distribution: {} }, 400, "MISSING_FIELD distribution/feedDistribution is required but missing"],
  [{ commentary: " \n" }, 400, "INVALID_VALUE_BLANK_FIELD commentary can't be blank"],
  [
    { commentary: "x".repeat(3001) },
    400,
    "FIELD_LENGTH_TOO_LONG commentary length 3001 can't exceeded maximum 3000 length",
  ],
  [
    { commentary: `${"😀".repeat(1500)}!` },
    400,
    "FIELD_LENGTH_TOO_LONG commentary length 3001 can't exceeded maximum 3000 length",
  ],
  [{ commentary: 5 }, 400, "INVALID_VALUE_FOR_FIELD commentary can't be set to 5"],
  [{ visibility: "EVERYBODY" }, 400, "INVALID_VALUE_FOR_FIELD visibility can't be set to EVERYBODY"],
  [{ lifecycleState: "DRAFT" }, 400, "INVALID_VALUE_FOR_FIELD lifecycleState can't be set to DRAFT"],
  [
    { author: "urn:li:share:1" },
    400,
    "INVALID_URN_TYPE author value urn:li:share:1 must be a person or organization URN",
  ],
  [{ author: "urn:li:person:" }, 400, "INVALID_URN_ID The URN ID provided is invalid"],
  [
    { content: { article: { ...article, title: undefined } } },
    400,
    "MISSING_FIELD content/article/title is required but missing",
  ],
  [
    { content: { article: { ...article, source: "/blog/" } } },
    400,
    "INVALID_VALUE_FOR_FIELD content/article/source can't be set to /blog/",
  ],
  [
    { content: { article: { ...article, title: "x".repeat(401) } } },
    400,
    "FIELD_LENGTH_TOO_LONG content/article/title length 401 can't exceeded maximum 400 length",
  ],
  [
    { scheduledAt: 1 },
    403,
    "ACCESS_DENIED Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/scheduledAt]",
  ],
  [
    { content: { article: { ...article, url: "x" } } },
    403,
    "ACCESS_DENIED Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/content/article/url]",
  ],
  [
    { author: "urn:li:person:another" },
    403,
    "Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [/author]",
  ],
  [
    { author: "urn:li:organization:12" },
    400,
    "Organization permissions must be used when using organization as author",
  ],
];

test("a body is taken only as the schema has it", async (context) => {
  const { linkedin } = await openSandbox(context);
  for (const [change, status, expected] of refusals) {
    const answer = await createPost(linkedin, postBody(linkedin, change));
    const {
      code,
      message,
      status: inBody,
    } = answer.body as { code?: string; message: string; status: number };
    assert.deepEqual([answer.status, inBody], [status, status]);
    assert.equal(code ? `${code} ${message}` : message, expected);
  }
  assert.equal((await createPost(linkedin, undefined, { raw: "{" })).status, 400);
  assert.deepEqual(linkedin.posts(), []);
  // The control: the longest text, the fewest fields.
  const { isReshareDisabledByAuthor: _, ...fewest } = postBody(linkedin, { commentary: "😀".repeat(1500) });
  assert.equal((await createPost(linkedin, fewest)).status, 201);
});

test("the same text twice within ten minutes is a duplicate of the first, and later it is not", async (context) => {
  let now = Date.now();
  const { linkedin } = await openSandbox(context, { linkedinNow: () => new Date(now) });
  const first = await createPost(linkedin, postBody(linkedin));
  const again = await createPost(linkedin, postBody(linkedin));
  assert.deepEqual(
    [again.status, again.body],
    [
      422,
      {
        errorDetailType: "com.linkedin.common.error.BadRequest",
        message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${first.urn}`,
        errorDetails: {
          inputErrors: [{ description: "Duplicate post is detected", input: {}, code: "DUPLICATE_POST" }],
        },
        status: 422,
      },
    ],
  );
  assert.equal((await createPost(linkedin, postBody(linkedin, { commentary: "Another." }))).status, 201);
  now += 600_001;
  assert.equal((await createPost(linkedin, postBody(linkedin))).status, 201);
  assert.equal(linkedin.posts().length, 3);
});

test("nothing can be read back, and what is not learned is said loudly", async (context) => {
  const { linkedin } = await openSandbox(context);
  const ask = async (path: string, method = "GET") => {
    const headers = { authorization: `Bearer ${linkedin.accessToken}`, "linkedin-version": thisMonth() };
    const response = await fetch(linkedin.url + path, { method, headers });
    return [response.status, ((await response.json()) as { message: string }).message];
  };
  const { urn } = await createPost(linkedin, postBody(linkedin));
  assert.deepEqual(await ask(`/rest/posts/${encodeURIComponent(urn ?? "")}`), [
    403,
    `Not enough permissions to access: partnerApiPostsExternal.GET.${thisMonth()}01`,
  ]);
  assert.match(String((await ask("/rest/posts?q=author&author=x"))[1]), /FINDER-author/);
  assert.equal((await ask("/v2/me"))[0], 501);
  assert.equal((await ask("/rest/reactions?actor=x"))[0], 501);
});
