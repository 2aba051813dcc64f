import type { TestContext } from "node:test";
import type { CreatedRepository, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { ask, open3, openBlog, openVariables, send } from "../../sandbox/support.ts";

/** The ids of one of everything that an operation may be about. */
export type Town = {
  sandbox: Sandbox;
  blog: CreatedRepository;
  /** Everything that the manifest asks for. */
  token: string;
  issue: { number: number; node: string };
  /** Two open drafts: the first is changed, the second is merged. */
  pulls: readonly { number: number; node: string; branch: string; headOid: string; refNode: string }[];
  comment: { id: number; node: string };
  reviewComment: number;
  checkRun: { id: number; node: string };
  label: { name: string; node: string };
};

type Made = { id: number; node_id: string; number: number };

/** A repository with an issue, two drafts, a comment, a comment on a line, a check run and a label. */
export async function buildTown(context: TestContext): Promise<Town> {
  const { sandbox, blog, token } = await openBlog(context);
  const post = async (path: string, body: unknown): Promise<Made> => {
    const answer = await send(sandbox, { path: `v3/repos/acme/blog/${path}`, token, body });
    if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Made;
  };
  const issue = await post("issues", { title: "A talk" });
  const pulls = [];
  for (const branch of ["blog/one", "blog/two"]) {
    const opened = await ask(sandbox, token, open3, openVariables(blog, branch));
    const { id, number, headRefOid } = opened.data.createPullRequest.pullRequest;
    const look = `{ repository(owner: "acme", name: "blog") { ref(qualifiedName: "${branch}") { id } } }`;
    const refNode = (await ask(sandbox, token, look)).data.repository.ref.id;
    pulls.push({ number, node: id, branch, headOid: headRefOid, refNode });
  }
  const [first] = pulls;
  const comment = await post(`issues/${issue.number}/comments`, { body: "A comment" });
  const line = { path: "content/blog/a-talk.md", line: 1, commit_id: first?.headOid, body: "A remark" };
  const reviewComment = await post(`pulls/${first?.number}/comments`, line);
  const checkRun = await post("check-runs", { name: "quotes", head_sha: blog.headOid });
  const label = await post("labels", { name: "seen", color: "ededed" });
  return {
    sandbox,
    blog,
    token,
    issue: { number: issue.number, node: issue.node_id },
    pulls,
    comment: { id: comment.id, node: comment.node_id },
    reviewComment: reviewComment.id,
    checkRun: { id: checkRun.id, node: checkRun.node_id },
    label: { name: "seen", node: label.node_id },
  };
}
