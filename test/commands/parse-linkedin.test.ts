import assert from "node:assert/strict";
import { test } from "node:test";
import { type LinkedInWish, parseLinkedIn } from "../../src/commands/parse-linkedin.ts";

const post = "https://www.linkedin.com/feed/update/urn:li:share:7480000000000000001/";
const shared = "https://www.linkedin.com/posts/maya_the-sea-activity-7480-aB_c?utm_source=share&rcm=AC-1";

const table: [string | undefined, LinkedInWish | null][] = [
  [undefined, { do: "show" }],
  ["show", { do: "show" }],
  ["send", { do: "send" }],
  ["not-sent", { do: "not-sent" }],
  [`sent ${post}`, { do: "sent", url: post }],
  [`sent \t ${shared}`, { do: "sent", url: shared }],
  ["sent HTTPS://LinkedIn.com/a", { do: "sent", url: "https://linkedin.com/a" }],
  ["sent https://de.linkedin.com/posts/über", { do: "sent", url: "https://de.linkedin.com/posts/%C3%BCber" }],
  ["sent https://linkedin.com/`a<b", { do: "sent", url: "https://linkedin.com/%60a%3Cb" }],
  ["", null],
  ["Send", null],
  ["send now", null],
  ["not-sent https://www.linkedin.com/a", null],
  ["sent", null],
  ["sent it", null],
  [`sent ${post} now`, null],
  ["sent http://www.linkedin.com/a", null],
  ["sent https://linkedin.com.example/a", null],
  ["sent https://notlinkedin.com/a", null],
  ["sent https://example.org/?linkedin.com/", null],
  ["sent javascript:linkedin.com/a", null],
  ["sent https://maya@www.linkedin.com/a", null],
  ["sent https://www.linkedin.com:8443/a", null],
  ["sent https://www.linkedin.com/[a](https://example.org)", null],
  ["sent https://www.linkedin.com/@acme", null],
  ["sent https://www.linkedin.com/a#@acme", null],
  ["sent https://www.linkedin.com/$a", null],
];
for (const [rest, expected] of table)
  test(`/linkedin ${rest ?? "alone"}`, () => assert.deepEqual(parseLinkedIn(rest), expected));
