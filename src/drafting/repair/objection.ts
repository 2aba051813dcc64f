/** What a check says of a draft, for its writer to mend. */
export type Objection = {
  /** A line of the body, from 1; otherwise the part that stands beside it. */
  readonly at: number | "title" | "hook" | "angle" | "announcement";
  /** The sentence or the words that it is about; null for whatever stands there. */
  readonly about: string | null;
  /** What is wrong, in a sentence. For the writer alone: it may name what nobody else may read. */
  readonly message: string;
};
