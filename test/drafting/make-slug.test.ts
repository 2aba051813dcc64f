import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseSlug, makeSlug } from "../../src/drafting/make-slug.ts";

test("leaves small words out and keeps the order", () => {
  assert.equal(makeSlug("The Price of a Queue That Nobody Owns"), "price-queue-nobody-owns");
});

test("folds to ASCII", () =>
  assert.equal(makeSlug("Ærlig talt: Łódź à l’été, straße"), "aerlig-talt-lodz-lete-strasse"));

test("is cut at a word, within 8 words and 60 characters", () => {
  const slug = makeSlug(
    "Extraordinarily complicated organisational transformations nevertheless deliver measurable results every single quarter",
  );
  assert.ok(slug.length <= 60 && slug.split("-").length <= 8);
  assert.equal(slug, "extraordinarily-complicated-organisational-transformations");
});

test("small words stay when nothing else is there, and no words give a fallback", () => {
  assert.equal(makeSlug("To Be or Not"), "to-be-or-not");
  assert.equal(makeSlug("日本語"), "post");
  assert.equal(makeSlug("x".repeat(90)).length, 60);
});

test("a proposed slug is taken where it is words of the title in their order", () => {
  const title = "What a Message Queue has to Promise";
  assert.equal(chooseSlug("message-queue-promise", title), "message-queue-promise");
  for (const proposed of [
    "promise-queue",
    "message",
    "message-queue-crates",
    "Message-Queue",
    "message--queue",
    "",
  ])
    assert.equal(chooseSlug(proposed, title), makeSlug(title), proposed);
});
