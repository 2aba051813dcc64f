import { GitError, runGit } from "./run-git.ts";

/**
 * What git says with these words of what `head` changed since it left `base`. Two that have no history in common,
 * as after a push by force, are compared as they stand.
 */
export async function diffTrees(
  directory: string,
  words: { readonly before: readonly string[]; readonly after?: readonly string[] },
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string> {
  const ask = async (...how: string[]) =>
    (await runGit(directory, [...words.before, ...how, base, head, ...(words.after ?? [])])).toString();
  try {
    return await ask("--merge-base");
  } catch (error) {
    if (error instanceof GitError && error.message.includes("no merge base")) return await ask();
    throw error;
  }
}
