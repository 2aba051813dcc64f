import { pointsOutside } from "./points-outside.ts";
import {
  aboutTheShow,
  allowedTwice,
  asksWithoutMark,
  backReference,
  broken,
  clauseAlone,
  courtesy,
  expletive,
  falseStart,
  fillers,
  finite,
  hesitation,
  housekeeping,
  idioms,
  lead,
  leansBack,
  lostSubject,
  opensWithIt,
  pointing,
  putsQuestion,
  runsOn,
  setsUp,
  softOpening,
  startsBroken,
  startsInside,
  startsWell,
  stutter,
  tagQuestion,
  tailOfQuestion,
  takesObject,
  trailsOff,
  unquotable,
} from "./speech-patterns.ts";

/** What a sentence is worth as a quotation, whatever it is about. */
export type Verdict = {
  /** 0: never quote; 1: as good as written. */
  readonly quality: number;
  /** It can be understood without what was said before it. */
  readonly opens: boolean;
  /** It comes to an end by itself. */
  readonly ends: boolean;
  readonly isQuestion: boolean;
  /** How many characters of "And so, you know, " stand before the sentence proper. */
  readonly lead: number;
};

/** Judges a sentence by its surface alone. `onSubject` names words that the brief itself uses. */
export function judgeSentence(text: string, onSubject: RegExp | null = null): Verdict {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  const isQuestion = /\?["'”’)]*$/.test(text);
  const trails = trailsOff.test(text) && words.length >= 7;
  const sound =
    /[.!?。！？]$/.test(text) &&
    (trails || !broken.test(text)) &&
    !unquotable.test(text) &&
    words.length >= 4;
  const skipped = measureLead(text);
  const proper = text.slice(skipped);
  const pointsBack =
    leansBack.test(proper) || (opensWithIt.test(proper) && !expletive.test(proper)) || pointsOutside(proper);
  const opens = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) && !pointsBack && proper.length > 30;
  if (!sound) return { quality: 0, opens, ends: false, isQuestion, lead: skipped };
  const show = aboutTheShow.exec(text);
  let quality = 1;
  if (courtesy.test(text)) quality *= 0.15;
  if (show && !(onSubject?.test(show[0]) ?? false)) quality *= 0.15;
  if (backReference.test(text)) quality *= 0.45;
  if (stutter.test(text) && !allowedTwice.test(text)) quality *= 0.3;
  if (/\s(?:--|—|–|-)\s|\s--|--\s/.test(proper)) quality *= 0.45;
  if (!hasVerb(proper)) quality *= skipped > 0 || words.length < 11 ? 0.3 : 0.75;
  if (startsInside.test(proper) || runsOn.test(proper)) quality *= 0.3;
  if (startsBroken.test(proper)) quality *= 0.3;
  if (!startsWell.test(proper)) quality *= 0.6;
  if (tagQuestion.test(text)) quality *= 0.3;
  if (clauseAlone.test(proper) || asksWithoutMark.test(proper)) quality *= 0.3;
  if (tailOfQuestion.test(proper)) quality *= 0.4;
  if (housekeeping.test(text)) quality *= 0.2;
  if (putsQuestion.test(text)) quality *= 0.3;
  if (lostSubject.test(proper)) quality *= 0.4;
  if (hesitation.test(text)) quality *= 0.45;
  if (/…/.test(text)) quality *= 0.35;
  if (/\.{3}/.test(text)) quality *= trails ? 0.6 : 0.7;
  if (softOpening.test(proper)) quality *= 0.9;
  quality *= 0.9 ** ((proper.match(fillers)?.length ?? 0) * Math.min(1, 20 / words.length));
  if (idioms.test(text)) quality *= 0.85;
  quality *= 0.9 ** (text.match(pointing)?.length ?? 0);
  if (words.length > 45) quality *= 0.8;
  return {
    quality,
    opens,
    ends: !trails && !tagQuestion.test(text) && !setsUp.test(text),
    isQuestion,
    lead: skipped,
  };
}

/** "But we do very much -- and so, you know, " : a false start, then the small words that lead into a sentence. */
function measureLead(text: string): number {
  const start = falseStart.exec(text)?.[0].length ?? 0;
  return start + (lead.exec(text.slice(start))?.[0].length ?? 0);
}

/** A sentence says something of something: a verb that is not the one of a relative clause. */
function hasVerb(text: string): boolean {
  if (!/^[\x20-\x7E’]*$/.test(text)) return true;
  const main = text.replace(/\b(?:that|which|who|to|and)\s+\p{L}+/giu, " ");
  return finite.test(main) || takesObject.test(main);
}
