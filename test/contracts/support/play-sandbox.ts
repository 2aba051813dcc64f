import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { ask, send, signJwt, takeToken } from "../../sandbox/support.ts";
import { playMore } from "./play-more.ts";
import type { Stage } from "./recording.ts";

type Row = readonly [method: string, path: string, body?: unknown, accept?: string];

const text = Buffer.from("# A talk\n").toString("base64");
const long = "x".repeat(65_537);
const here = "/repos/acme/blog";

/** What an installation may do on an issue with a comment (number 1) and with files. */
const reading: readonly Row[] = [
  ["GET", here],
  ["GET", "/rate_limit"],
  ["GET", `${here}/issues/1`],
  ["GET", `${here}/issues/99`],
  ["GET", `${here}/issues/1/comments?per_page=1`],
  ["GET", `${here}/contents/notes`],
  ["GET", `${here}/contents/notes/a%20talk.md`],
  ["GET", `${here}/contents/notes/a%20talk.md`, undefined, "application/vnd.github.raw+json"],
  ["GET", `${here}/contents/notes/link.md`],
  ["GET", `${here}/contents/notes/broken.md`],
  ["GET", `${here}/contents`],
  ["GET", `${here}/contents/none.md`],
  ["GET", `${here}/git/ref/heads/main`],
  ["GET", `${here}/git/ref/heads%2Fnone`],
  ["GET", `${here}/git/matching-refs/heads/`],
  ["GET", `${here}/pulls?state=all&per_page=10`],
  ["GET", `${here}/collaborators/sorter/permission`],
];

/** `/pulls/2` goes from the branch `topic` to `main`. */
const writing: readonly Row[] = [
  ["POST", `${here}/issues`, { title: "Another", labels: ["blog-idea"] }],
  ["POST", `${here}/issues`, { title: "Long", body: long }],
  ["POST", `${here}/issues/1/comments`, { body: "Hello" }],
  ["POST", `${here}/issues/1/comments`, { body: long }],
  ["POST", `${here}/issues/1/reactions`, { content: "eyes" }],
  ["POST", `${here}/issues/1/reactions`, { content: "eyes" }],
  ["GET", `${here}/issues/1/reactions`],
  ["PUT", `${here}/contents/new.md`, { message: "New", content: text, branch: "topic" }],
  ["PUT", `${here}/contents/notes/a%20talk.md`, { message: "No sha", content: text }],
  ["PUT", `${here}/contents/notes/a%20talk.md`, { message: "Old sha", content: text, sha: "0".repeat(40) }],
  ["GET", `${here}/pulls/2`],
  ["GET", `${here}/issues/2`],
  ["PATCH", `${here}/pulls/2`, { title: "Another title", body: "Another body" }],
  ["PATCH", `${here}/pulls/2`, { base: "none" }],
  ["PATCH", `${here}/pulls/2`, { base: "other" }],
  ["PATCH", `${here}/pulls/2`, { base: "main" }],
  ["PATCH", `${here}/pulls/2`, { state: "closed" }],
  ["PATCH", `${here}/pulls/2`, { state: "open" }],
  ["GET", `${here}/commits/topic/check-runs`],
  ["PUT", `${here}/pulls/2/merge`, { sha: "0".repeat(40) }],
  ["PUT", `${here}/pulls/2/merge`, { merge_method: "squash", commit_title: "A talk" }],
  ["PUT", `${here}/pulls/2/merge`, {}],
  ["DELETE", `${here}/git/refs/heads/topic`],
  ["DELETE", `${here}/git/refs/heads/topic`],
];

/** Uses what the sandbox offers and the product does not ask for, refusals too, until the App is taken away. */
export async function playSandbox({ sandbox, blog }: Stage): Promise<void> {
  await sandbox.createRepository({ owner: "acme", name: "second" });
  const editor = sandbox.as("editor");
  const { nodeId } = await editor.openIssue("acme/blog", { title: "A talk" });
  const comment = await editor.comment("acme/blog", 1, "Hello");
  const token = await takeToken(sandbox, blog.installationId);
  const through = async (rows: readonly Row[], by: string) => {
    for (const [method, path, body, accept] of rows)
      await send(sandbox, { method, path: `v3${path}`, token: by, body, ...(accept ? { accept } : {}) });
  };
  await through(reading, token);
  await through([["GET", `${here}/issues/comments/${comment.id}`]], token);
  await through(
    [
      ["PATCH", `${here}/issues/comments/${comment.id}`, { body: "Hello again" }],
      ["POST", `${here}/issues/comments/${comment.id}/reactions`, { content: "+1" }],
      ["GET", `${here}/issues/comments/${comment.id}/reactions`],
    ],
    "ghu_editor",
  );
  await ask(sandbox, token, proposal, proposalVariables(blog.nodeId, blog.headOid, nodeId));
  await editor.setDraft("acme/blog", 2, false);
  await editor.setDraft("acme/blog", 2, true);
  await editor.setDraft("acme/blog", 2, false);
  await playMore({ sandbox, blog }, token);
  await through(writing, token);
  await through(
    [
      ["GET", here],
      ["PATCH", `${here}/pulls/2`, { title: "No" }],
    ],
    "ghs_none",
  );
  await playApp(sandbox, blog.installationId, through);
  await playLife(sandbox, token, blog.installationId, through);
}

type Through = (rows: readonly Row[], by: string) => Promise<void>;

async function playApp(sandbox: Sandbox, installationId: number, through: Through): Promise<void> {
  const reader = await takeToken(sandbox, installationId, { metadata: "read" });
  await through([["POST", `${here}/issues/1/comments`, { body: "Not allowed" }]], reader);
  const asApp: readonly Row[] = [
    ["GET", "/app"],
    ["GET", "/app/installations?per_page=10"],
    ["GET", `/app/installations/${installationId}`],
    ["GET", "/app/installations/99"],
    ["GET", `${here}/installation`],
    ["POST", `/app/installations/${installationId}/access_tokens`, { permissions: { actions: "write" } }],
    ["POST", `/app/installations/${installationId}/access_tokens`, { repositories: ["blog"] }],
  ];
  await through(asApp, signJwt(sandbox));
}

async function playLife(
  sandbox: Sandbox,
  token: string,
  installationId: number,
  through: Through,
): Promise<void> {
  const { life } = sandbox;
  const comment = ["POST", `${here}/issues/1/comments`, { body: "Too late" }] as const;
  life.archive("acme", "blog");
  await through([comment], token);
  life.unarchive("acme", "blog");
  life.rename("acme", "blog", "journal");
  await through(
    [
      ["GET", here],
      ["PATCH", `${here}/pulls/2`, { title: "No" }],
    ],
    token,
  );
  life.transfer("acme", "second", "beta");
  life.suspend("acme");
  await through([["POST", `/app/installations/${installationId}/access_tokens`]], signJwt(sandbox));
  await through([["GET", "/repos/acme/journal"]], token);
  life.unsuspend("acme");
  await sandbox.createRepository({ owner: "beta", name: "third", private: true });
  life.transfer("beta", "third", "acme");
  life.uninstall("acme");
}

const proposal = `mutation Propose($ref: CreateRefInput!, $other: CreateRefInput!, $commit: CreateCommitOnBranchInput!,
    $pull: CreatePullRequestInput!, $check: CreateCheckRunInput!, $label: CreateLabelInput!, $reaction: AddReactionInput!) {
  createRef(input: $ref) { ref { id name } }
  other: createRef(input: $other) { ref { id name } }
  createCommitOnBranch(input: $commit) { commit { oid committedDate url } }
  createPullRequest(input: $pull) { pullRequest { id number url createdAt state } }
  createCheckRun(input: $check) { checkRun { id status conclusion permalink } }
  createLabel(input: $label) { label { id color } }
  addReaction(input: $reaction) { reaction { content } }
}`;

function proposalVariables(repositoryId: string, oid: string, subjectId: string) {
  const branch = { repositoryNameWithOwner: "acme/blog", branchName: "topic" };
  const additions = [{ path: "content/a-talk.md", contents: text }];
  const pull = { baseRefName: "main", headRefName: "topic", title: "A talk", body: "A body", draft: true };
  const output = { title: "Quotes", summary: "All of them stand.", annotations: [] };
  const check = { name: "quotes", headSha: oid, status: "COMPLETED", conclusion: "SUCCESS", output };
  return {
    ref: { repositoryId, name: "refs/heads/topic", oid },
    other: { repositoryId, name: "refs/heads/other", oid },
    commit: { branch, expectedHeadOid: oid, message: { headline: "A talk" }, fileChanges: { additions } },
    pull: { repositoryId, ...pull },
    check: { repositoryId, ...check },
    label: { repositoryId, name: "blog-idea", color: "ededed" },
    reaction: { subjectId, content: "EYES" },
  };
}
