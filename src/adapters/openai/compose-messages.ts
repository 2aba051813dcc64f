import type { Question } from "../../ports/language-model.ts";
import type { Format, Message } from "./send.ts";

/** An answer that did not do, and why. */
export type Repair = { readonly answer: string; readonly problem: string };

const maxEchoCharacters = 4000;

/**
 * A question as messages. Where the host does not hold the model to the schema, the schema stands in the
 * system message; in a repair turn always, since the model has just shown that it does not know it.
 */
export function composeMessages(
  { step, system, user }: Pick<Question<unknown>, "step" | "system" | "user">,
  schema: object,
  { format, repair }: { readonly format: Format; readonly repair: Repair | null },
): Message[] {
  const shape =
    format === "json_schema" && repair === null
      ? ""
      : `\n\nAnswer with one JSON object that fits this JSON schema, and nothing else:\n${JSON.stringify(schema)}`;
  const asked: Message[] = [
    { role: "system", content: `Step: ${step}\n\n${system}${shape}` },
    { role: "user", content: user },
  ];
  return repair === null ? asked : [...asked, ...composeRepair(repair)];
}

function composeRepair({ answer, problem }: Repair): Message[] {
  return [
    { role: "assistant", content: answer.slice(0, maxEchoCharacters) || "(nothing)" },
    {
      role: "user",
      content: `That answer cannot be used:\n\n${problem}\n\nAnswer again in full, with these mended and the rest kept. One JSON object, nothing else.`,
    },
  ];
}
