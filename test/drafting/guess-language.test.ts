import assert from "node:assert/strict";
import { test } from "node:test";
import { findForeignLanguage, guessLanguage } from "../../src/drafting/guess-language.ts";

const english = "The restore took eleven hours, and nobody knew who was allowed to approve the machines.";
const german = "Die Wiederherstellung dauerte elf Stunden, und niemand wusste, wer das genehmigen durfte.";

test("a sentence or two are enough to know a language by", () => {
  const texts: [string, string][] = [
    ["English", english],
    ["German", german],
    [
      "French",
      "La restauration a duré onze heures, et personne ne savait qui pouvait approuver les machines.",
    ],
    [
      "Spanish",
      "La restauración duró once horas y nadie sabía quién podía aprobar las máquinas que no había.",
    ],
    [
      "Italian",
      "Il ripristino è durato undici ore e nessuno sapeva chi poteva approvare le macchine della sala.",
    ],
    [
      "Portuguese",
      "A restauração durou onze horas e ninguém sabia quem podia aprovar as máquinas, mas não foi só isso.",
    ],
    ["Dutch", "Het herstel duurde elf uur en niemand wist wie de machines mocht goedkeuren van het bedrijf."],
    ["Swedish", "Det tog elva timmar att återställa och ingen visste vem som fick godkänna det för oss."],
    [
      "Polish",
      "Przywracanie trwało jedenaście godzin i nikt nie wiedział, kto może się na to zgodzić, ale to nie wszystko.",
    ],
    ["Japanese", "復元には十一時間かかり、誰が承認できるのか誰も知りませんでした。"],
    ["Cyrillic script", "Восстановление заняло одиннадцать часов, и никто не знал, кто может это одобрить."],
  ];
  for (const [language, text] of texts) assert.equal(guessLanguage(text), language);
});

test("what is short, or a list of names, is of no language", () => {
  for (const text of [
    "",
    "Die Restore",
    "Mara Lindqvist, Tomas Reyes, Kubernetes, PostgreSQL, Redis, Kafka, Go, Rust",
  ])
    assert.equal(guessLanguage(text), null);
});

test("another language than the brief's and the sources' is foreign", () => {
  assert.equal(findForeignLanguage(german, { brief: english, sources: english }), "German");
  assert.equal(findForeignLanguage(german, { brief: "Restores", sources: english }), "German");
});

test("what was asked for, or said, or cannot be told, may stand", () => {
  for (const known of [
    { brief: german, sources: english },
    { brief: english, sources: german },
    { brief: "Warum niemand die Sicherung probt", sources: english },
    { brief: "Restores", sources: "Restores" },
  ])
    assert.equal(findForeignLanguage(german, known), null);
  assert.equal(findForeignLanguage(english, { brief: english, sources: english }), null);
  assert.equal(findForeignLanguage("Die Restore", { brief: english, sources: english }), null);
});
