import { z } from "zod";

/** What a pull request of ours carries invisibly: ids and hashes, never text. */
export const Marker = z.object({
  /** The work that made it. */
  job: z.string().max(40),
  briefHash: z.string().max(64),
  draftHash: z.string().max(64),
});
export type Marker = z.infer<typeof Marker>;

/** The marker as a hidden line, under 300 characters. */
export function renderMarker(marker: Marker): string {
  return `<!-- galley:v1 ${Buffer.from(JSON.stringify(marker)).toString("base64url")} -->`;
}

/**
 * The marker in a pull request's body, or null: the last line that is nothing else, since outside text never has
 * a line of its own. Anybody can write one, so it counts only on a pull request
 * of our App whose head lies in the base repository: that is the caller's to check.
 */
export function parseMarker(body: string): Marker | null {
  const match = [...body.matchAll(/^<!-- galley:v1 ([\w-]{1,280}) -->\r?$/gm)].at(-1);
  if (!match?.[1]) return null;
  try {
    return Marker.parse(JSON.parse(Buffer.from(match[1], "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

/** The hidden line by which our comment about a piece of work is found again. */
export function renderCommentMarker(workId: string): string {
  return `<!-- galley:v1 work ${workId} -->`;
}
