import { expletive } from "./speech-patterns.ts";

const maxCharacters = 1500;
const opinion =
  /^(?:(?:i|we) (?:think|believe|thought|feel|guess|suppose|found|mean|'d say|would say)(?: that)?|i'd say(?: that)?|it turns out(?: that)?|you know),?\s+/iu;
const pronoun =
  /(?<![\p{L}'’])(?:it|its|they|them|their|theirs|he|she|him|his|her)(?:['’]\p{L}+)?(?![\p{L}])/giu;
/** "it" that only holds a place: "makes it possible", "it is important to". */
const placeholder =
  /^it(?:['’]s)?\s+(?:easy|easier|hard|harder|possible|impossible|clear|worth)\b|^it(?:self)?\s+(?:so|more|much)\s/iu;
/** Something that a pronoun can stand for: a name, a noun with its article, a plural. */
const antecedent =
  /\b(?:the|an?|my|our|your|every|each|some|any|no|of|for|with|about|into|from|many|most|two|three)\s+(?:[\p{L}-]+\s+){0,2}[\p{L}-]{3,}|\b(?!(?:always|perhaps|sometimes|its|his|this|was|does|goes|needs|means|makes|takes|says|us|as|is|has|yes|plus|thus)\b)\p{L}{3,}s\b|(?<=\S\s)\p{Lu}\p{L}+|^(?!(?:If|When|As|Once|While|Where|What|How|Because|Since|So|And|But|For|In|On|At|By|To|With|Now|There|Here|You|We|My|Our|Just|Even|Maybe|After|Before|Until|Unless)\b)\p{Lu}\p{L}+|\b(?:people|everybody|everyone|someone|somebody|nobody|anybody|anyone)\b/u;
const demonstrative =
  /(?<![\p{L}'’])(?:this|that|these|those)(?=[.,;!?]|$|\s(?:and|or|but|is|was|are|were|would|will|can|could|should|means|makes)\b|['’]s\b)/giu;
const fromThere = /^(?:from|since|until|before|after|up to|by) (?:there|then)\b/iu;
const ofThem = /\b(?:one|some|most|many|all|none|both|each|part) of (?:them|these|those|it)\b/iu;
const demonstrativeEarly = /^(?:[^\s,]+\s){0,5}(?:this|these|those)\s+(?!year|morning|week|point)\p{L}+/iu;
/** "the queue that is", "all that was": here "that" belongs to the word before it. */
const relative = /(?:\p{L}{4,}|all|one|way)\s$/u;
const smallBefore =
  /\b(?:with|from|like|than|about|into|over|after|before|done|doing|does|think|know|said|mean|because|when|where|while|have|make|made|take|just|then|there|what|some)\s$/iu;

/**
 * True when a sentence speaks of something that it does not name: "if it's off by five degrees", "where we
 * had done that". Such a sentence needs the one before it.
 */
export function pointsOutside(sentence: string): boolean {
  // Longer than any quotation; looking back from each of its pronouns would take quadratic time.
  if (sentence.length > maxCharacters) return true;
  const text = sentence.replace(opinion, "");
  if ([demonstrativeEarly, ofThem, fromThere].some((pattern) => pattern.test(text))) return true;
  for (const { 0: word, index } of text.matchAll(pronoun)) {
    if (/^it/i.test(word) && holdsPlace(text.slice(index))) continue;
    if (!antecedent.test(text.slice(0, index))) return true;
  }
  for (const { 0: word, index } of text.matchAll(demonstrative)) {
    const before = text.slice(0, index);
    const ends = /^(?:[.,;!?]|$|\s(?:and|or|but)\b)/u.test(text.slice(index + word.length));
    const owned = !ends && relative.test(before) && !smallBefore.test(before);
    if (!owned) return true;
  }
  return false;
}

function holdsPlace(rest: string): boolean {
  return placeholder.test(rest) || expletive.test(rest);
}
