import type { Signature } from "./git/parse-objects.ts";
import { now, type PullRequest, type User } from "./state.ts";
import { authorSignature } from "./world.ts";

export type MergeMethod = "merge" | "squash" | "rebase";
export type MergeWords = { headline: string | undefined; body: string | undefined };

/**
 * Writes the commits of a merge on top of `base`, moves no ref, and returns the new tip;
 * undefined when the two do not go together without a person.
 */
export async function writeMerge(
  pull: PullRequest,
  base: string,
  merger: User,
  how: { method: MergeMethod; words: MergeWords },
): Promise<string | undefined> {
  if (how.method === "rebase") return await rebase(pull, base, merger);
  const { git } = pull.repository;
  const { headOid } = pull.pull;
  const tree = await git.mergeTrees(base, headOid);
  if (tree === undefined) return undefined;
  const squash = how.method === "squash";
  const { headline, body } = await defaultWords(pull, base, squash);
  const words = [how.words.headline ?? headline, how.words.body ?? body].filter(Boolean);
  return await git.commitTree({
    tree,
    parents: squash ? [base] : [base, headOid],
    message: `${words.join("\n\n")}\n`,
    author: signatureOf(squash ? pull.author : merger),
    committer: webCommitter(),
  });
}

/** The sentences of GitHub's merge dialogue (docs.github.com, "Configuring commit squashing for pull requests"). */
async function defaultWords(pull: PullRequest, base: string, squash: boolean): Promise<MergeWords> {
  const { repository, number, title } = pull;
  if (!squash) {
    const from = `${repository.owner.login}/${pull.pull.headBranch}`;
    return { headline: `Merge pull request #${number} from ${from}`, body: title };
  }
  const commits = await Promise.all(
    (await repository.git.listCommits(base, pull.pull.headOid)).map((oid) => repository.git.readCommit(oid)),
  );
  const messages = commits.map((commit) => commit?.message.trimEnd() ?? "");
  const [only = ""] = messages;
  if (messages.length > 1) {
    return { headline: `${title} (#${number})`, body: messages.map((one) => `* ${one}`).join("\n\n") };
  }
  const [headline = title, ...rest] = only.split("\n");
  return { headline: `${headline} (#${number})`, body: rest.join("\n").trim() };
}

/** Every commit anew, with its author and another committer, even where git itself could have gone forward. */
async function rebase(pull: PullRequest, base: string, merger: User): Promise<string | undefined> {
  const { git } = pull.repository;
  let tip = base;
  for (const oid of await git.listCommits(base, pull.pull.headOid)) {
    const commit = await git.readCommit(oid);
    const parent = commit?.parents[0];
    if (!commit || parent === undefined || commit.parents.length > 1) return undefined;
    const standing = await git.readCommit(tip);
    const { author, message } = commit;
    const committer = signatureOf(merger);
    // What stands now, said to have grown from the commit's own parent, so that git takes that for the base of the merge.
    const disguised = await git.commitTree({
      tree: standing?.tree ?? "",
      parents: [parent],
      message: "",
      author,
      committer,
    });
    const tree = await git.mergeTrees(disguised, oid);
    if (tree === undefined) return undefined;
    tip = await git.commitTree({ tree, parents: [tip], message, author, committer });
  }
  return tip;
}

function signatureOf(user: User): Signature {
  return { ...authorSignature(user), date: now() };
}

function webCommitter(): Signature {
  return { name: "GitHub", email: "noreply@github.com", date: now() };
}
