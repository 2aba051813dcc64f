import assert from "node:assert/strict";
import { test } from "node:test";
import { collectSecrets } from "../../../src/verification/confidentiality/collect-secrets.ts";
import { findLeaks } from "../../../src/verification/confidentiality/find-leaks.ts";
import { openSecrets } from "../../../src/verification/confidentiality/hashed-secrets.ts";
import { secretsOf } from "./secrets.ts";

const secrets = secretsOf(
  "Ana Ruiz: We moved Vantaro Freight in March, with Jonas M. Hallgren and the people of Pacific Standard.",
  "Bo: It cost four hundred and twenty thousand dollars, and they have 75,000 users in Germany.",
  "Ana Ruiz: Write to li.na@brellow.example. We use an API on Mondays.",
  "Bo: Bill paid for it. I told Bill so.",
);
function leaksIn(text: string, isPublic: readonly string[] = []): string[] {
  const surface = { place: "post", text, hasLines: true };
  return findLeaks([surface], openSecrets(secrets), isPublic).map(
    ({ value, kind, isSpeaker, places }) =>
      `${value} (${kind}${isSpeaker ? ", speaker" : ""}) ${places.map(({ line }) => line).join(" ")}`,
  );
}

test("a name is found however it is written", () => {
  for (const text of [
    "Vantaro Freight moved.",
    "2026-05-05-what-vantaro-taught-us",
    "Vantaro's move",
    "We moved Vantaro\nFreight then.",
    "see vantarofreight.example",
    "VANTARO",
    "Vántaro",
    "The Vantaros",
    "#VantaroDeal of @vantarohq",
    "www.vantarogroup.example",
  ])
    assert.match(leaksIn(text).join(), /^vantaro/, text);
});

test("a name is found without its initials, and by its family name", () => {
  for (const text of ["Jonas Hallgren knew.", "jonas-hallgren", "So Hallgren did.", "Mr Hallgren's plan"])
    assert.match(leaksIn(text).join(), /^hallgren \(person\)/, text);
});

test("a name of common words is found as a whole, and with its capital inside a sentence", () => {
  assert.deepEqual(leaksIn("It is the pacific standard."), ["pacific standard (name) 1"]);
  assert.deepEqual(leaksIn("A standard for the pacific."), []);
  assert.deepEqual(leaksIn("So we told Bill about the bill."), ["bill (name) 1"]);
  assert.deepEqual(leaksIn("Nobody pays the bill."), []);
});

test("figures are found however they are written", () => {
  assert.deepEqual(leaksIn("It cost $420k."), ["amount 420000 (money) 1"]);
  assert.deepEqual(leaksIn("It cost 420 thousand."), ["amount 420000 (money) 1"]);
  assert.deepEqual(leaksIn("For 75000 people"), ["amount 75000 (number) 1"]);
  assert.deepEqual(leaksIn("Mail Li.Na@brellow.example today."), ["li.na@brellow.example (email) 1"]);
  assert.deepEqual(leaksIn("It cost $430k for 76,000."), []);
});

test("speakers are told from others, and each value is one leak with its lines", () => {
  assert.deepEqual(leaksIn("> Yes.\n> — Ana Ruiz\n\nRuiz said so to Vantaro.\nVantaro!"), [
    "ruiz (person, speaker) 2 4",
    "vantaro (name) 4 5",
  ]);
});

test("what is public or known to everybody is none, and neither is what no source says", () => {
  assert.deepEqual(leaksIn("Vantaro's Monday in Germany with an API", ["Vantaro Freight"]), []);
  assert.deepEqual(leaksIn("Then Okonkwo came."), []);
});

test("capitals in a heading make no names", () => {
  assert.deepEqual(leaksIn("## People Write And Moved Users"), []);
  assert.deepEqual(leaksIn("## What Vantaro Taught Everybody Here"), ["vantaro (name) 1"]);
});

test("a name that the source has without capitals is found by the post's own", () => {
  const lower = secretsOf("Ana: we told okonkwo and bill about it.", "Bo: so it was.", "Ana: yes.");
  const surface = { place: "title", text: "We told Bill and Okonkwo.", hasLines: false };
  assert.deepEqual(
    findLeaks([surface], openSecrets(lower), []).map(({ value, places }) => [value, places]),
    [
      ["okonkwo", [{ place: "title", line: null }]],
      ["bill", [{ place: "title", line: null }]],
    ],
  );
});

test("a disguise hides no name", () => {
  for (const text of [
    "Van\u00ADta\u200Bro",
    "Van\u200Dta\u{E0101}ro",
    "V\u0430ntar\u043E",
    "Van**ta**ro",
    "V_an_taro",
    "Van<b>ta</b>ro",
    "Van<!-- x -->taro",
    "Vant&#97;ro",
    "Van\\taro",
    "Van`taro`",
    "[Van](x)taro",
    "https://a.example/V%61ntaro",
    "V a n t a r o",
    "V.a.n.t.a.r.o",
    "Van-Taro",
  ])
    assert.equal(leaksIn(text).join(), "vantaro (name) 1", text);
});

test("negative control: words that hold a name, or nearly, are none", () => {
  assert.deepEqual(leaksIn("A ruizan vantar of hallgre, a van to Roma, the Ruby of Ana­logy."), []);
  assert.deepEqual(leaksIn("A bill of a thousand things, and a million of them."), []);
});

test("a name that is a word is found where every word has a capital, or a sentence begins", () => {
  const secret = secretsOf(
    "Bo: We told Orbit about it. Then Growth came, and growth was slow.",
    "Ana: So.",
    "Bo: Yes.",
  );
  const find = (text: string) =>
    findLeaks([{ place: "title", text, hasLines: false }], openSecrets(secret), []).map(({ value }) => value);
  for (const text of ["Orbit was slow to pay.", "How Orbit Won The Whole Market", "## What Orbit Taught Us"])
    assert.deepEqual(find(text), ["orbit"], text);
  assert.deepEqual(find("The orbit of a planet."), []);
  assert.deepEqual(find("How Growth Came To Us In Time"), []);
});

test("a name that is known to be confidential is found though everybody knows the word", () => {
  const known = collectSecrets([], ["Marble", "Jordan"]);
  const find = (text: string) =>
    findLeaks([{ place: "post", text, hasLines: false }], openSecrets(known), []).map(({ value }) => value);
  assert.deepEqual(find("Marble was slow, said Jordan."), ["marble", "jordan"]);
  assert.deepEqual(find("A floor of marble."), []);
});

test("a figure in words, a number without its country and a disguised address are found", () => {
  const told = secretsOf(
    "Bo: We got half a million pounds for eighty thousand seats.",
    "Ana: Call +46 70 123 45 67 or write to li.na@brellow.example.",
    "Bo: Søren Kjærgård did.",
  );
  const find = (text: string) =>
    findLeaks([{ place: "post", text, hasLines: false }], openSecrets(told), []).map(({ value }) => value);
  for (const text of ["£500k", "500,000 in all", "half a million"])
    assert.deepEqual(find(text), ["amount 500000"], text);
  for (const text of ["80,000 seats", "80k", "eighty thousand"])
    assert.deepEqual(find(text), ["amount 80000"], text);
  for (const text of ["070-123 45 67", "0046701234567", "46.70.123.45.67"])
    assert.deepEqual(find(text), ["digits 01234567"], text);
  assert.ok(find("li.na (at) brellow (dot) example").includes("li.na@brellow.example"));
  assert.deepEqual(find("how-kjaergard-won"), ["kjaergard"]);
});
