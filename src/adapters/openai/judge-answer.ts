import { z } from "zod";
import type { Question } from "../../ports/language-model.ts";
import { parseAnswer } from "./parse-answer.ts";

/** What an answer is worth. A value may come with a problem: then it fits the schema, and something is wrong. */
export type Judged<T> =
  | { readonly kind: "value"; readonly value: T; readonly problem: string | null }
  | { readonly kind: "nonsense"; readonly problem: string };

/** Parses and checks an answer; the problem is in words for the model. */
export function judgeAnswer<T>(
  { schema, review, maxOutputTokens }: Pick<Question<T>, "schema" | "review" | "maxOutputTokens">,
  { text, isCut }: { readonly text: string; readonly isCut: boolean },
): Judged<T> {
  if (isCut)
    return {
      kind: "nonsense",
      problem: `✖ It was cut off after ${maxOutputTokens} tokens. Write less.`,
    };
  const parsed = parseAnswer(text);
  if (parsed === undefined) return { kind: "nonsense", problem: "✖ It holds no JSON object." };
  const checked = schema.safeParse(parsed);
  if (!checked.success) return { kind: "nonsense", problem: z.prettifyError(checked.error) };
  const complaints = review?.(checked.data) ?? [];
  const problem = complaints.map((complaint) => `✖ ${complaint}`).join("\n");
  return { kind: "value", value: checked.data, problem: problem || null };
}
