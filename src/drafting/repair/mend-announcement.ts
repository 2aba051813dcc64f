import { describePassage } from "../../sources/passage.ts";
import { type Composition, listClaims } from "../composition.ts";
import { AnnouncementAnswer } from "../judge-announcement.ts";
import { maxAnnouncementTokens, prepareAnnouncement } from "../write-announcement.ts";
import { askForRepair, type Repairing } from "./ask-for-repair.ts";
import type { Objection } from "./objection.ts";

/**
 * The announcement with its objections mended from the post as it stands by now. Null when nothing came of it, or when more
 * than half of its paragraphs went, as with a section.
 */
export async function mendAnnouncement(
  repairing: Repairing,
  composition: Composition,
  objections: readonly Objection[],
): Promise<Composition | null> {
  const { plan, announcement } = composition;
  const { post, judge } = prepareAnnouncement(repairing.request, plan, listClaims(composition));
  const paragraphs = announcement.map(({ text, passages }) => ({
    text,
    passages: passages.map(describePassage),
  }));
  const answer = await askForRepair(
    repairing,
    {
      name: "announcement",
      schema: AnnouncementAnswer,
      written: { paragraphs },
      sources: post,
      maxOutputTokens: maxAnnouncementTokens,
    },
    objections,
  );
  if (answer === null) return null;
  const mended = judge(answer).paragraphs;
  if (mended.length === 0 || mended.length * 2 < announcement.length) return null;
  return { ...composition, announcement: mended };
}
