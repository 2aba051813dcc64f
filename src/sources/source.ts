import { z } from "zod";

/** A file of a repository pinned at a commit; on the command line, a file of a person's own. */
export const Source = z.object({
  /** `S1`, `S2`, … in the order of the brief; what passage ids begin with. */
  id: z.string(),
  /** `owner/name`; null for a local file. */
  repository: z.string().nullable(),
  /** Path inside the repository, or as the person gave it on the command line. */
  path: z.string(),
  /** The commit the text was read at; null for a local file. */
  commit: z.string().nullable(),
  /** The asker's note in parentheses, when there is one. */
  note: z.string().nullable(),
  /** The whole text, decoded, line ends as they were. */
  text: z.string(),
});
export type Source = z.infer<typeof Source>;
