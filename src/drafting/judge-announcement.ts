import { z } from "zod";
import type { Claim } from "./draft.ts";
import { judgeClaim } from "./judge-claim.ts";
import type { Resolver } from "./resolve-passage.ts";

/** What stands before "see more" and a little after it; a longer one is not read to its link. */
const maxCharacters = 900;

/** What the model is asked for at the step `announcement`. */
export const AnnouncementAnswer = z.object({
  paragraphs: z
    .array(
      z.object({
        text: z.string().max(2000).describe("one or two sentences, plain words"),
        passages: z.array(z.string()).max(30).describe("numbers of the passages that it rests on"),
      }),
    )
    .min(1)
    .max(6),
});
export type AnnouncementAnswer = z.infer<typeof AnnouncementAnswer>;

/** Takes of an announcement what stands, in as many whole paragraphs as have room, and says what does not. */
export function judgeAnnouncement(
  answer: AnnouncementAnswer,
  resolver: Pick<Resolver, "resolve" | "check">,
): { paragraphs: readonly Claim[]; complaints: string[] } {
  const judged = answer.paragraphs.map((paragraph, at) =>
    judgeClaim(paragraph, `paragraphs[${at}]`, resolver),
  );
  const complaints = judged.flatMap((one) => one.complaints);
  const standing = judged.flatMap(({ claim }) => (claim ? [claim] : []));
  const length = standing.map(({ text }) => text).join("\n\n").length;
  if (length > maxCharacters)
    complaints.push(`The paragraphs have ${length} characters; at most ${maxCharacters} are read.`);
  return { paragraphs: keepWhatFits(standing), complaints };
}

function keepWhatFits(paragraphs: readonly Claim[]): Claim[] {
  let room = maxCharacters;
  const over = paragraphs.findIndex(({ text }) => {
    room -= text.length + "\n\n".length;
    return room < -"\n\n".length;
  });
  return over === -1 ? [...paragraphs] : paragraphs.slice(0, over);
}
