import { Tokenizer } from "htmlparser2";
import type { SourceLine } from "./parsed.ts";

const silent = new Set(
  "script style title noscript template svg nav iframe object button select textarea".split(" "),
);
const blocks = new Set(
  "p div section article main header footer aside ul ol li dl dt dd table tr blockquote pre figure figcaption h1 h2 h3 h4 h5 h6 body html address details summary".split(
    " ",
  ),
);
const labels = new Set(["b", "strong", "cite"]);
/** Cells stand beside each other: their words must not run into one. */
const cells = new Set(["td", "th"]);

/**
 * The words of a page as lines with their numbers in its source, a blank line between blocks: headings begin
 * with `# `, and what stands in `<b>`, `<strong>` or `<cite>` at the start of a block between `**`, as the
 * Podcasting 2.0 format and most exporters mark a speaker.
 */
export function readHtml(text: string): SourceLine[] {
  const page = new Page(text);
  const nothing = () => {};
  const nameAt = (start: number, end: number) => text.slice(start, end).toLowerCase();
  // The library's parser keeps open tags in a list whose front it shifts: a page of unclosed tags takes
  // quadratic time there, and nothing here needs to know what is open. Its tokenizer is linear.
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => page.open(nameAt(start, end), start),
      onclosetag: (start, end) => page.close(nameAt(start, end)),
      ontext: (start, end) => page.add(text.slice(start, end), start),
      ontextentity: (point, end) => page.add(String.fromCodePoint(point), end),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
  page.endBlock();
  return page.lines;
}

/** The block that is being read. */
class Page {
  readonly lines: SourceLine[] = [];
  readonly #source: string;
  #silentIn: string | null = null;
  #depth = 0;
  #text = "";
  /** Kept beside the text: looking through it after each part would take quadratic time. */
  #isBlank = true;
  #line = 1;
  #prefix = "";
  #labelFrom: number | null = null;
  #counted = 0;
  #counting = 1;

  constructor(source: string) {
    this.#source = source;
  }

  open(name: string, index: number): void {
    if (this.#silentIn !== null) {
      if (name === this.#silentIn) this.#depth += 1;
    } else if (silent.has(name)) {
      this.#silentIn = name;
      this.#depth = 1;
    } else if (cells.has(name)) this.#append(" ");
    else if (name === "br" || name === "hr") this.#endLine();
    else if (blocks.has(name)) {
      this.endBlock();
      this.#prefix = /^h[1-6]$/.test(name) ? "# " : "";
    } else if (labels.has(name)) {
      // Every `cite` of the Podcasting format opens a turn, whatever stands before it.
      if (name === "cite" && !this.#isBlank) this.endBlock();
      if (this.#isBlank) this.#labelFrom = this.#text.length;
      this.#line = this.#isBlank ? this.#lineAt(index) : this.#line;
    }
  }

  close(name: string): void {
    if (this.#silentIn !== null) {
      if (name === this.#silentIn) this.#depth -= 1;
      if (this.#depth === 0) this.#silentIn = null;
    } else if (blocks.has(name)) this.endBlock();
    else if (labels.has(name) && this.#labelFrom !== null) {
      const inside = this.#text.slice(this.#labelFrom).trim();
      if (inside !== "" && inside.length <= 90) this.#text = `**${inside}** `;
      this.#labelFrom = null;
    }
  }

  add(words: string, index: number): void {
    if (this.#silentIn !== null) return;
    if (this.#isBlank && words.trim() !== "")
      this.#line = this.#lineAt(index + words.length - words.trimStart().length);
    // Lines of the source stay lines, so that what is quoted can be linked to.
    const [first = "", ...more] = words.split(/\r\n|\r|\n/);
    this.#append(first);
    for (const part of more) {
      const next = this.#line + 1;
      const isInLabel = this.#labelFrom !== null;
      if (isInLabel || this.#isBlank) this.#append(` ${part}`);
      else {
        this.#endLine();
        this.#append(part);
        this.#line = next;
      }
    }
  }

  endBlock(): void {
    this.#endLine();
    this.#prefix = "";
    this.#labelFrom = null;
    if (this.lines.at(-1)?.text !== "") this.lines.push({ text: "", line: this.#line });
  }

  #endLine(): void {
    const text = this.#text.replace(/\s+/gu, " ").trim();
    if (text !== "") this.lines.push({ text: `${this.#prefix}${text}`, line: this.#line });
    this.#text = "";
    this.#isBlank = true;
  }

  #append(words: string): void {
    this.#text += words;
    if (/\S/.test(words)) this.#isBlank = false;
  }

  /** Positions only grow, so the lines are counted once. */
  #lineAt(index: number): number {
    for (; this.#counted < index && this.#counted < this.#source.length; this.#counted += 1) {
      const code = this.#source.charCodeAt(this.#counted);
      const isCrLf = code === 13 && this.#source.charCodeAt(this.#counted + 1) === 10;
      if (code === 10 || (code === 13 && !isCrLf)) this.#counting += 1;
    }
    return this.#counting;
  }
}
