import assert from "node:assert/strict";
import { test } from "node:test";
import { dropQuotationMarks, findLongQuoted } from "../../src/drafting/find-quoted.ts";

const quotations = [
  "'the customers' money is gone forever and we knew'",
  "´we lied to all of our customers´",
  "ʻwe lied to all of our customersʼ",
  "《we lied to all of our customers》",
  "<‹ we lied to all of our customers >>",
  "<<we lied to all of our customers>>",
  "‘we lied to all of our customers‘",
  "''we lied to all of our customers''",
  "``we lied to all of our customers''",
  "`we lied to all of our customers'",
  ",,we lied to all of our customers‘‘",
  "‚we lied to all of our customers‘",
  "‹we lied to all of our customers›",
  "❛we lied to all of our customers❜",
  "′we lied to all of our customers′",
  "″we lied to all of our customers″",
  "»we lied to all of our customers«",
  "' we lied to all of our customers '",
  "We lied to all of our users', we knew it all along'",
  "‘we lied to all of our customers for years",
  'we lied to all of our customers" said Brandt',
  "said'we lied to all of our customers'.",
  "'Til now we lied to all of our customers'.",
  "“we ‘lied’ to all of our customers”",
  "'No, we lied to all of our users!'",
  "「我们骗了所有的客户」",
];
for (const written of quotations)
  test(`a quotation: ${written}`, () => {
    assert.notDeepEqual(findLongQuoted(`Brandt: ${written}`), []);
    assert.notDeepEqual(findLongQuoted(written), []);
  });

const apostrophes = [
  "We don't know the customers' money, and they can't say.",
  "The '90s weren't kind to the '80s bands.",
  "Rock 'n' roll isn't dead, and the fans' love proves it.",
  "Rock ’n’ roll isn’t dead, and the fans’ love proves it.",
  "Rock ‘n’ roll isn't dead, and the customers’ money is not gone.",
  "A room 12′ by 10′ is what they had, 6'2\" tall he was.",
  "A 27\" monitor is what the teams' leads asked for.",
  "He is 5'11\" and she is 5' tall, the doctors' notes say.",
  "It was six o'clock, and the boys' team was goin' home.",
  "O'Brien and D'Angelo met Xi'an's mayor at the workers' club.",
  "Tell 'em the truth 'cause they'll know, and the users' trust is gone.",
  "Tell ’em the truth ’cause they’ll know, and the users’ trust is gone.",
  "'Twas the night before the release, and the engineers' pagers were silent.",
  "James' plan and Chris' budget went through the directors' committee.",
  "The team's queues aren't the teams' fault.",
  "The fault was the customers'.",
  "Talkin' 'bout the developers' experience isn't new.",
  "Y'all should've seen the ol' system's logs.",
  "The companies' and the users' interests weren't the same.",
  "Two weeks' notice and three months' pay is what the contracts' terms say.",
  "L'équipe n'a pas d'argent, et aujourd'hui l'entreprise n'existe plus.",
  "Dell'anno scorso non c'era niente, un po' di tempo.",
  "Der Chef hat's gesagt, und wir war'n dabei.",
  "The Class of '68 and the summer of '69 are the parents' stories.",
  "The Hawaiʻi office's lease ran out.",
  "Oʻahu's office kept its staff.",
  "Nuku'alofa's harbour is what the ships' captains want.",
  "Not for goodness' sake, nor for conscience' sake.",
  "Fish 'n' chips at 8 o' clock.",
  "He's 40'ish and the kids' coach.",
  "In the US, the states' rights debate didn't end; the voters' choice did.",
  "The do's and don'ts of the p's and q's.",
  "It's the bosses' call, the nurses' shift, the buses' route, and the witnesses' word.",
  "Marx' and Engels' works aren't light reading.",
  "The workers' (and managers') pay rose.",
  "Employees', managers' and owners' views differ.",
  "The 1990s' hits and the ’60s’ songs were played.",
];
for (const written of apostrophes)
  test(`no quotation: ${written}`, () => {
    assert.deepEqual(findLongQuoted(written), []);
    assert.equal(dropQuotationMarks(written), written);
  });

test("a term loses its marks, of whatever kind, and what stands around it keeps its apostrophes", () => {
  assert.equal(
    dropQuotationMarks("The team's “dead letter queue”, the 'poison message' and the «users' guide»."),
    "The team's dead letter queue, the poison message and the users' guide.",
  );
  assert.equal(dropQuotationMarks("He said ‘we lied"), "He said we lied");
});

test("a quotation is found where it stands", () => {
  const [quoted] = findLongQuoted("He said ‘we lied to all of them’ twice.");
  assert.deepEqual([quoted?.words, quoted?.from, quoted?.to], ["we lied to all of them", 8, 32]);
});

test("a line of a hundred thousand marks is read in time", () => {
  for (const marks of ["'a ", "\\`", "“a ", "' ", "s' ", '"a '])
    assert.ok(findLongQuoted(marks.repeat(100_000 / marks.length)).length >= 0, marks);
});
