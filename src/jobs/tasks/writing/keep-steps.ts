import { Draft } from "../../../drafting/draft.ts";
import type { ModelError } from "../../../errors.ts";
import type { Attempt } from "../../../ports/store.ts";
import type { Once, Spending } from "../../../ports/writer.ts";
import { once } from "../../checkpoint.ts";
import type { ReadingJob } from "../../payload.ts";

/** What a writer needs so that no later attempt pays again for what this one had answered. */
export function keepSteps(attempt: Attempt): { once: Once; spending: Spending } {
  return {
    once: (step, schema, make) => once(attempt, `write ${step}`, schema, make),
    spending: {
      load: async () =>
        (await attempt.load("spent", Draft.shape.usage)) ?? { promptTokens: 0, completionTokens: 0 },
      save: (usage) => attempt.save("spent", usage),
    },
  };
}

/** Asked again it may answer, so the asker may; why its host refuses is for whoever runs this Galley. */
export function describeModelError(
  { message }: ModelError,
  { kind, workId }: Pick<ReadingJob, "kind" | "workId">,
): string {
  const reason = message.charAt(0).toLowerCase() + message.slice(1);
  return `${reason}. Write \`/${kind}\` to try again; the log of this Galley has it under \`${workId}\`.`;
}
