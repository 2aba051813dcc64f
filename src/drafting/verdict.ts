/** Whether the passages of a claim say it: they do, they say something else, or nothing of the kind. */
export type Verdict = "yes" | "no" | "not said" | "not evaluated";
