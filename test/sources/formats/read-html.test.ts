import assert from "node:assert/strict";
import { test } from "node:test";
import { readHtml } from "../../../src/sources/formats/read-html.ts";

const read = (text: string) =>
  readHtml(text)
    .filter((line) => line.text !== "")
    .map(({ text: words, line }) => [line, words]);

test("blocks become lines, labels and headings are marked, and what is not shown is left out", () => {
  assert.deepEqual(
    read(
      "<title>No</title><style>p {}</style>\n<h2>Part &amp; one</h2>\n<p><b>Ana:</b> Hi\nthere<br>again <b>now</b></p>\n<script>no()</script>",
    ),
    [
      [2, "# Part & one"],
      [3, "**Ana:** Hi"],
      [4, "there"],
      [4, "again now"],
    ],
  );
});

test("a head without an end hides nothing of the body", () => {
  assert.deepEqual(read("<html><head><title>T</title><body>\r\n<p>Words"), [[2, "Words"]]);
});

test("cite and time of the Podcasting format", () => {
  assert.deepEqual(read("<cite>Ana:</cite>\n<time>0:05</time>\n<p>Hi.</p>"), [
    [1, "**Ana:**"],
    [2, "0:05"],
    [3, "Hi."],
  ]);
});

test("cells of a row stand beside each other", () => {
  assert.deepEqual(read("<table><tr><th>Ana<td>Hi.</td><td>0:05</td></tr></table>"), [[1, "Ana Hi. 0:05"]]);
});
