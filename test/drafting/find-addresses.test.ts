import assert from "node:assert/strict";
import { test } from "node:test";
import { findAddresses } from "../../src/drafting/find-addresses.ts";

const addresses: [string, string][] = [
  ["Read bit.ly/evil now.", "bit.ly/evil"],
  ["See evil.example.com/offer!", "evil.example.com/offer"],
  ["Mail Me@Evil.com.", "me@evil.com"],
  ["Ask @octocat, please.", "@octocat"],
  ["mailto:me@evil.zz", "mailto:me@evil.zz"],
  ["at //evil.com/x", "//evil.com/x"],
  ["https://example.com/x", "example.com/x"],
  ["EVIL.COM-offers", "evil.com"],
  ["(evil.co.uk)", "evil.co.uk"],
  ["ｅｖｉｌ．ｃｏｍ", "evil.com"],
  ["пример.рф", "пример.рф"],
  ["xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd.xn--p1ai"],
  ["evil.unlisted/offer", "evil.unlisted/offer"],
  ["10.0.0.1:8080", "10.0.0.1:8080"],
];
for (const [written, found] of addresses)
  test(`an address: ${written}`, () => assert.deepEqual(findAddresses(written), [found]));

for (const written of [
  "Node.js and Next.js, e.g. in the U.S., i.e. version 2.1 and/or 1.2.3.4.",
  "Node.js/Express, TCP/IP, C++/C# and I/O on 10.0.0.0/8.",
  "It ended… then it began... at 9.30 a.m., 5 p.m./6 p.m., for $3.50.",
  "Ph.D. students of St.Louis, No.1 of the U.S.-based I.B.M. Inc.",
  "process.env, console.log(x) and package.json",
  "Reach us @ noon: a @ b.",
])
  test(`no address: ${written}`, () => assert.deepEqual(findAddresses(written), []));

test("text of any length takes time in proportion", () => {
  const startedAt = performance.now();
  for (const part of ["a.", "a-", "1.", "@a", "//", "a@"]) findAddresses(part.repeat(50_000));
  assert.ok(performance.now() - startedAt < 5000);
});
