import { type FigureSpan, findFigures } from "./find-figures.ts";
import { findNames, type NameSpan } from "./find-names.ts";

/** What a detail is: it may be confidential, and tells one person, company or deal from another. */
export type DetailKind = NameSpan["kind"] | FigureSpan["kind"];

/** A detail in a text, in UTF-16 offsets. `isSure` is false for a word that only no dictionary has. */
export type Detail = {
  readonly start: number;
  readonly end: number;
  readonly kind: DetailKind;
  readonly isSure: boolean;
};

/**
 * Every name, address, telephone number, amount of money and long number of a text, in its order; none overlaps
 * another. The same text gives the same details. `speakers` are names that are known.
 */
export function findDetails(text: string, speakers: readonly string[] = []): Detail[] {
  const figures = findFigures(text);
  const names = findNames(text, speakers).filter(
    (name) => !figures.some((figure) => figure.start < name.end && name.start < figure.end),
  );
  return [...figures.map((figure) => ({ ...figure, isSure: true })), ...names].sort(
    (a, b) => a.start - b.start,
  );
}
