/** Something that passed and that a vendor's contract does not allow. */
export type Mistake = {
  /** The operation, document or event, as the vendor calls it. */
  readonly what: string;
  readonly side: "request" | "answer" | "webhook";
  readonly status?: number;
  /** Where in it, as a JSON pointer; empty for the whole. */
  readonly at: string;
  readonly message: string;
};

/** One line for each, and each line once. */
export function describeMistakes(mistakes: readonly Mistake[]): string[] {
  return [
    ...new Set(
      mistakes.map(({ what, side, status, at, message }) =>
        [what, side, status, at, message].filter((part) => part !== undefined && part !== "").join(" "),
      ),
    ),
  ];
}
