/**
 * Characters that nobody sees and that can hide, carry or turn around what is written: controls, zero-width spaces,
 * bidirectional marks, soft hyphens, fillers, tags, marks of annotations, separators of lines, and what is no
 * character. Joiners and the marks that choose a look stay, since scripts and emoji are written with them; those that
 * Han characters alone have go from everything else, where they could carry any text.
 */
export const hiddenCharacters =
  /[[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB\uFFFE\uFFFF]--[\u200C\u200D\u17B4\u17B5\u180B-\u180D\u180F\uFE00-\uFE0F\u{E0100}-\u{E01EF}]]|(?<!\p{sc=Han})[\u{E0100}-\u{E01EF}]/gv;
