import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { loadConfig } from "../src/config.ts";
import { UserError } from "../src/errors.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const base = { APP_ID: "7", PRIVATE_KEY: privateKey, WEBHOOK_SECRET: "hush-hush" };
const linkedin = {
  LINKEDIN_ACCESS_TOKEN: "AQs3cret",
  LINKEDIN_AUTHOR: "urn:li:person:a-B_1",
  LINKEDIN_REPOSITORIES: "Acme/Notes, globex/blog",
};

test("LinkedIn is an account and who may use it, with its address and version known", () => {
  const plain = loadConfig({ ...base, ...linkedin }).linkedin;
  const { accessToken, author, apiUrl, version, repositories } = plain ?? {};
  assert.deepEqual([accessToken, author], ["AQs3cret", "urn:li:person:a-B_1"]);
  assert.deepEqual([apiUrl, version], ["https://api.linkedin.com", "202609"]);
  assert.deepEqual(repositories, ["acme/notes", "globex/blog"]);
  assert.ok(Object.isFrozen(plain) && Object.isFrozen(repositories));
  const address = { LINKEDIN_API_URL: "http://127.0.0.1:1/linkedin//", LINKEDIN_VERSION: "202701.02" };
  const other = loadConfig({ ...base, ...linkedin, ...address }).linkedin;
  assert.deepEqual([other?.apiUrl, other?.version], ["http://127.0.0.1:1/linkedin", "202701.02"]);
  assert.equal(loadConfig({ ...base, ...address }).linkedin, null);
});

const together =
  "LINKEDIN_ACCESS_TOKEN, LINKEDIN_AUTHOR and LINKEDIN_REPOSITORIES go together: set all three, or none of them.";
const wrongLinkedIn = [
  ["LINKEDIN_ACCESS_TOKEN", "s3cret…", "must be the token alone, in ASCII letters"],
  ["LINKEDIN_AUTHOR", "s3cret", "must be urn:li:person:… or urn:li:organization:…"],
  ["LINKEDIN_REPOSITORIES", "acme/a,s3cret", "must name repositories as owner/name, separated by commas"],
  ["LINKEDIN_API_URL", "ftp://s3cret", "must be an address"],
  ["LINKEDIN_VERSION", "202613", "must be a month, YYYYMM"],
] as const;

const wrong: readonly (readonly [string, Record<string, string | undefined>, string])[] = [
  ["LinkedIn without a token", { ...linkedin, LINKEDIN_ACCESS_TOKEN: "" }, together],
  ["LinkedIn without an author", { ...linkedin, LINKEDIN_AUTHOR: undefined }, together],
  ["LinkedIn for no repository", { ...linkedin, LINKEDIN_REPOSITORIES: " , " }, together],
  ...wrongLinkedIn.map(
    ([name, value, error]) =>
      [`${name} ${error}`, { ...linkedin, [name]: value }, `${name} ${error}.`] as const,
  ),
];

for (const [title, change, sentence] of wrong) {
  test(`${title} stops the start with one sentence that does not show it`, () => {
    assert.throws(() => loadConfig({ ...base, ...change }), new UserError(sentence));
    assert.doesNotMatch(sentence, /s3cret/);
  });
}
