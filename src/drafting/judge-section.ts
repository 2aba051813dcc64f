import { z } from "zod";
import { foldWords } from "../sources/fold-words.ts";
import { describePassage } from "../sources/passage.ts";
import { quotePassage } from "../sources/quote-passage.ts";
import type { Transcript } from "../sources/transcript.ts";
import { problemSentences } from "./check-statement.ts";
import { escapeMarkdown } from "./clean-markdown.ts";
import type { Claim } from "./draft.ts";
import { judgeClaim } from "./judge-claim.ts";
import { renderQuotation } from "./render-quotation.ts";
import type { Resolver } from "./resolve-passage.ts";

/** What the model is asked for at each `section` step. */
export const SectionAnswer = z.object({
  paragraphs: z
    .array(
      z.object({
        claims: z
          .array(
            z.object({
              text: z.string().max(2000).describe("one sentence of the post, plain words"),
              passages: z.array(z.string()).max(30).describe("numbers of the passages that it rests on"),
            }),
          )
          .max(20),
        quote: z
          .string()
          .nullable()
          .describe(
            "number of a passage to be quoted word for word below the paragraph, such as S1:u2.3-2.4",
          ),
      }),
    )
    .min(1)
    .max(20),
});
export type SectionAnswer = z.infer<typeof SectionAnswer>;

/** A section as Markdown blocks, with what it claims and which passages it quotes. */
export type WrittenSection = {
  readonly blocks: readonly string[];
  readonly claims: readonly Claim[];
  readonly quoted: readonly string[];
  /** The model's answer, as far as it stands. */
  readonly answer: SectionAnswer;
};

const nothing: WrittenSection = { blocks: [], claims: [], quoted: [], answer: { paragraphs: [] } };

/**
 * Takes of a section what stands, and says, in words for the model, what does not. A sentence that rests on no
 * passage, that quotes in its own words, or that was said before, is left out; so is a section in another language than was asked for.
 * A quotation is the source's own words.
 */
export function judgeSection(
  answer: SectionAnswer,
  transcripts: readonly Transcript[],
  resolver: Resolver,
  before: { readonly quoted: readonly string[]; readonly said: readonly string[] },
): { section: WrittenSection; complaints: string[] } {
  const complaints: string[] = [];
  const blocks: string[] = [];
  const claims: Claim[] = [];
  const quoted: string[] = [];
  const paragraphs: SectionAnswer["paragraphs"] = [];
  const said = new Set(before.said.map(foldSentence));
  answer.paragraphs.forEach((paragraph, at) => {
    const place = `paragraphs[${at}]`;
    const judged = paragraph.claims.map((claim, index) =>
      judgeClaim(claim, `${place}.claims[${index}]`, resolver),
    );
    complaints.push(...judged.flatMap((one) => one.complaints));
    const standing = judged.flatMap(({ claim }, index) => {
      if (!claim) return [];
      const isNew = !said.has(foldSentence(claim.text));
      said.add(foldSentence(claim.text));
      if (!isNew) complaints.push(`${place}.claims[${index}].text says again what was said; leave it out.`);
      return isNew ? [claim] : [];
    });
    const problem = judgeTogether(standing, resolver);
    if (problem !== null) complaints.push(`${place} ${problem}.`);
    const kept = problem === null ? standing : [];
    if (kept.length > 0) blocks.push(kept.map(({ text }) => escapeMarkdown(text)).join(" "));
    claims.push(...kept);
    const stands: SectionAnswer["paragraphs"][number] = { claims: kept.map(describeClaim), quote: null };
    paragraphs.push(stands);
    if (paragraph.quote === null || paragraph.quote.trim() === "") return;
    const passage = resolver.resolveQuotation(paragraph.quote);
    if (typeof passage === "string") {
      complaints.push(`${place}.quote: ${passage}.`);
      return;
    }
    const id = describePassage(passage);
    const block = renderQuotation(passage, transcripts);
    if (block === null || [...before.quoted, ...quoted].includes(id)) return;
    quoted.push(id);
    stands.quote = id;
    blocks.push(block);
    claims.push({ text: quotePassage(passage, transcripts)?.text ?? "", passages: [passage] });
  });
  const language = resolver.findForeign(
    answer.paragraphs.flatMap((paragraph) => paragraph.claims.map(({ text }) => text)).join(" "),
  );
  if (language !== null) {
    const complaint = `The section is written in ${language}; write in the language of the brief.`;
    return { section: nothing, complaints: [...complaints, complaint] };
  }
  if (claims.length === 0) complaints.push("Nothing of this section rests on a passage.");
  const stands = paragraphs.filter((one) => one.claims.length > 0 || one.quote !== null);
  return { section: { blocks, claims, quoted, answer: { paragraphs: stands } }, complaints };
}

function describeClaim({ text, passages }: Claim) {
  return { text, passages: passages.map(describePassage) };
}

function foldSentence(text: string): string {
  return foldWords(text).join(" ");
}

/** Read one after the other, claims can come to what none of them is alone, such as the halves of a quotation. */
function judgeTogether(claims: readonly Claim[], { check }: Pick<Resolver, "check">): string | null {
  if (claims.length < 2) return null;
  const checked = check(claims.map(({ text }) => text).join(" "));
  return "problem" in checked ? problemSentences[checked.problem] : null;
}
