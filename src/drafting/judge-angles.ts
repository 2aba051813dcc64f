import { z } from "zod";
import type { Passage } from "../sources/passage.ts";
import { type Angle, mostAngles } from "./angle.ts";
import { problemSentences } from "./check-statement.ts";
import type { Resolver } from "./resolve-passage.ts";
import { tidyTitle } from "./tidy-title.ts";

const mostPassages = 4;

/** What the model is asked for at the step `angles`. */
export const AnglesAnswer = z.object({
  angles: z
    .array(
      z.object({
        title: z.string().min(1).max(300).describe("the post's title, at most ten words"),
        angle: z
          .string()
          .min(1)
          .max(1000)
          .describe("what this post would say that the others do not, in one or two sentences"),
        passages: z
          .array(z.string())
          .max(30)
          .describe("numbers of the two to four passages that carry it, the best first"),
      }),
    )
    .min(1)
    .max(8),
});
export type AnglesAnswer = z.infer<typeof AnglesAnswer>;

/** Takes of the proposed angles those that stand, at most three, and says, in words for the model, what does not. */
export function judgeAngles(
  answer: AnglesAnswer,
  resolver: Pick<Resolver, "resolve" | "check" | "findForeign">,
): { angles: Angle[]; complaints: string[] } {
  const { resolve, findForeign } = resolver;
  const complaints: string[] = [];
  const language = findForeign(answer.angles.map(({ title, angle }) => `${title}. ${angle}`).join(" "));
  if (language !== null)
    return {
      angles: [],
      complaints: [`The angles are written in ${language}; write in the language of the brief.`],
    };
  const check = (place: string, written: string): string | null => {
    const checked = resolver.check(written);
    if ("text" in checked) return checked.text;
    complaints.push(`${place} ${problemSentences[checked.problem]}.`);
    return null;
  };
  const angles = answer.angles.flatMap((one, at): Angle[] => {
    const place = `angles[${at}]`;
    const title = tidyTitle(check(`${place}.title`, one.title) ?? "");
    const angle = check(`${place}.angle`, one.angle);
    const found = one.passages.map(resolve);
    for (const problem of found) if (typeof problem === "string") complaints.push(`${place}: ${problem}.`);
    const passages = found.filter((passage): passage is Passage => typeof passage !== "string");
    if (passages.length === 0)
      complaints.push(`${place} rests on no passage; name some, or propose another.`);
    if (title === "" || angle === null || passages.length === 0) return [];
    return [{ title, angle, passages: passages.slice(0, mostPassages) }];
  });
  if (angles.length < mostAngles) complaints.push(`There are to be ${mostAngles} angles that stand.`);
  return { angles: angles.slice(0, mostAngles), complaints };
}
