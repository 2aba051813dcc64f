import type { z } from "zod";
import type { LanguageModel } from "../../ports/language-model.ts";
import type { WriteRequest } from "../../ports/writer.ts";
import { doWithout } from "../do-without.ts";
import { fenceText } from "../fence-sources.ts";
import { renderPrompt } from "../render-prompt.ts";
import type { TokenBudget } from "../token-budget.ts";
import { describeObjections } from "./describe-objections.ts";
import type { Objection } from "./objection.ts";

/** What a repair may use. */
export type Repairing = {
  readonly model: LanguageModel;
  readonly request: WriteRequest;
  readonly budget: TokenBudget;
  readonly signal: AbortSignal;
};

/**
 * The one repair turn of a part, the step `repair NAME`: the model is shown what it wrote, as the answer that it gave,
 * the passages that it had, and the objections. Null when nothing came of it, or it could not be afforded; that is saved,
 * too: a later attempt that had more luck would make another draft than the one that was judged.
 */
export async function askForRepair<T>(
  { model, request, budget, signal }: Repairing,
  part: {
    readonly name: string;
    readonly schema: z.ZodType<T>;
    readonly written: T;
    /** Fenced. */
    readonly sources: string;
    readonly maxOutputTokens: number;
  },
  objections: readonly Objection[],
): Promise<T | null> {
  const step = `repair ${part.name}`;
  const ask = () =>
    model.ask(
      {
        step,
        system: renderPrompt("repair.system", {}),
        user: renderPrompt("repair.user", {
          SOURCES: part.sources,
          WRITTEN: fenceText("WRITTEN", JSON.stringify(part.written)),
          FINDINGS: describeObjections(objections),
        }),
        schema: part.schema,
        maxOutputTokens: part.maxOutputTokens,
        mostAnswers: 1,
        permit: budget.permit,
        spend: budget.spend,
      },
      signal,
    );
  return await request.once(step, part.schema.nullable(), () => doWithout(ask, signal));
}
