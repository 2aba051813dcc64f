import assert from "node:assert/strict";
import { test } from "node:test";
import { findQuotations } from "../../src/verification/find-quotations.ts";

const find = (markdown: string) =>
  findQuotations(markdown).map(({ form, text, line, attribution }) => [form, text, line, attribution]);

test("reads block quotations with who said them", () => {
  assert.deepEqual(find("Text.\n\n> One two.  \n> — Ana, 00:01:30\n\n> Three\n> four.\n>\n> — Psy, D."), [
    ["block", "One two.", 3, "Ana"],
    ["block", "Three\nfour.", 6, "Psy, D."],
  ]);
});

test("reads a block without a name as one", () =>
  assert.deepEqual(find("> Nobody said."), [["block", "Nobody said.", 1, null]]));

test("reads curly and straight quotations and what stands around them", () => {
  const [first, second] = findQuotations('Ana said\n“one two” and Ben "three".');
  assert.deepEqual([first?.text, first?.line, first?.before], ["one two", 2, "Ana said\n"]);
  assert.deepEqual([second?.text, second?.before, second?.after], ["three", "Ana said\n  and Ben ", "."]);
});

test("a quotation mark without its pair is one that cannot be checked", () =>
  assert.deepEqual(find("He said “never closed"), [["inline", "", 1, null]]));

test("code is no quotation", () => assert.deepEqual(find('`"a"`\n\n```\n> b\n“c”\n```\n'), []));

const invented = "We lied to every customer we had.";
const disguises: [string, string][] = [
  ["without a closing mark", `“${invented}`],
  ["without an opening mark", `${invented}”`],
  ["around another one", "“We lied to every “good” customer we had.”"],
  ["of two paragraphs", `“${invented}\n\n“${invented}”`],
  ["in character references", `&ldquo;${invented}&#8221; and &quot;${invented}&quot;`],
  ["in a tag", `<q>${invented}</q>`],
  ["in a block of HTML", `<blockquote>\n<p>${invented}</p>\n</blockquote>`],
  ["in a list", `- > ${invented}\n  > — Ana`],
  ["deep in a list", `1. One\n\n    > ${invented}`],
  ["that goes on without its mark", `> One.\n${invented}`],
  ["that looks like a name below it", `> — ${invented}`],
  ["below a name below it", `> One.\n> — Ana\n> — ${invented}`],
  ["behind a fence of other marks", `\`\`\`\n~~~\n\`\`\`\n\n> ${invented}`],
  ["behind code on a line", `\`\`\`x\`\`\` is code\n\n> ${invented}`],
  ["behind a fence that is code itself", `    \`\`\`\n\n> ${invented}`],
  ["behind a fence that nothing closes", `\`\`\`\n\n> ${invented}`],
  ["between escaped marks of code", `\\\`“${invented}”\\\``],
  ["behind a comment that is none", `One <!--\n\n> ${invented}\n\n-->`],
  ["in a box of a kind that GitHub does not know", `> [!QUOTE]\n> ${invented}`],
  ["inside of a box", `> [!NOTE]\n> “${invented}”`],
  ["beside a picture", `![“${invented}”](a.png)`],
];
for (const [what, markdown] of disguises)
  test(`finds a quotation ${what}`, () =>
    assert.match(
      findQuotations(markdown)
        .map(({ text }) => text)
        .join("\n"),
      /We lied to every (?:“good” )?customer we had/,
    ));

test("what readers do not see is no word of a quotation", () => {
  for (const hidden of ["<!--not-->", "<not>", "&not;", "[^not]", "[](not)", "\u00AD"])
    assert.doesNotMatch(find(`“We did ${hidden} lie to them.”`).join(), /not/, hidden);
  for (const seen of ["*not*", "<em>not</em>", "[not](https://a.example)", "n&#111;t"])
    assert.match(find(`“We did ${seen} lie to them.”`).join(), /We did \*?not\*? lie to them/, seen);
  for (const other of ["![not](a.png)", "~~not~~", "<del>not</del>"])
    assert.doesNotMatch(find(`“We did ${other} lie to them.”`).join(), /did not lie/, other);
});

test("negative control: titles of links, attributes of tags, comments and boxes are no quotations", () => {
  for (const none of [
    '[tour](https://a.example "A tour of the whole product")',
    '<img src="a.png" alt="A picture of the whole team">',
    "<!-- “We lied to every customer” -->",
    "> [!TIP]\n> Take your time with this.",
    '[a]: https://a.example "A tour of the whole product"',
  ])
    assert.deepEqual(find(none), [], none);
});

test("ten thousand quotations of one paragraph are read in time and space", () => {
  const found = findQuotations("“a b c d” ".repeat(10_000));
  assert.equal(found.length, 10_000);
  assert.ok(found.every(({ before, after }) => before.length + after.length < 2_000));
});
