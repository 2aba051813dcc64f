import { z } from "zod";
import { restOperations } from "../../../src/sandbox/github/operations/all.ts";
import { findRestOperation } from "../../../src/sandbox/github/router.ts";
import { send, signJwt } from "../../sandbox/support.ts";
import type { Stage } from "./recording.ts";

const Named = z.object({ id: z.int().default(0), sha: z.string().default("") }).catch({ id: 0, sha: "" });

const here = "/repos/acme/blog";

type Asked = { readonly path: string; readonly body?: unknown; readonly token: string };

/** Asks for what the sandbox has learned, and passes over what it has not: it is judged as soon as it is learned. Resolves with what was made. */
async function ask({ sandbox }: Stage, method: string, { path, body, token }: Asked) {
  const plain = path.replace(/\?.*/, "");
  if (!findRestOperation(restOperations, method, plain)) return { id: 0, sha: "" };
  return Named.parse((await send(sandbox, { method, path: `v3${path}`, token, body })).body);
}

/** More of what GitHub does with issues, pull requests, checks and git: issue 1 and the open pull request 2 are there. */
export async function playMore(stage: Stage, token: string): Promise<void> {
  const as = (by: string) => (method: string, path: string, body?: unknown) =>
    ask(stage, method, { path, body, token: by });
  const app = as(token);
  await playIssue(app);
  await playPull(app, stage.blog.headOid);
  await playChecks(app, stage.blog.headOid);
  await playGit(app, stage.blog.headOid);
  await playPeople(as("ghu_acme"));
  await app("GET", "/installation/repositories");
  await stage.sandbox.deliveriesSettled();
  const [first] = stage.sandbox.deliveries();
  await as(signJwt(stage.sandbox))("GET", `/app/hook/deliveries/${first?.id}`);
}

type Ask = (method: string, path: string, body?: unknown) => ReturnType<typeof ask>;

async function playIssue(app: Ask): Promise<void> {
  const { id } = await app("POST", `${here}/issues/1/comments`, { body: "To be deleted" });
  const reaction = await app("POST", `${here}/issues/comments/${id}/reactions`, { content: "eyes" });
  await app("DELETE", `${here}/issues/comments/${id}/reactions/${reaction.id}`);
  await app("DELETE", `${here}/issues/comments/${id}`);
  const own = await app("POST", `${here}/issues/1/reactions`, { content: "rocket" });
  await app("DELETE", `${here}/issues/1/reactions/${own.id}`);
  await app("GET", `${here}/issues?state=all&per_page=1`);
  await app("POST", `${here}/labels`, { name: "new", color: "ededed", description: "A label" });
  await app("POST", `${here}/labels`, { name: "new", color: "ededed" });
  await app("GET", `${here}/labels`);
  await app("GET", `${here}/labels/new`);
  await app("POST", `${here}/issues/1/labels`, { labels: ["new"] });
  await app("GET", `${here}/issues/1/labels`);
  await app("DELETE", `${here}/issues/1/labels/new`);
  await app("PATCH", `${here}/issues/1`, {
    title: "Another title",
    state: "closed",
    state_reason: "completed",
  });
  await app("PATCH", `${here}/issues/1`, { state: "open" });
  await app("PUT", `${here}/issues/1/lock`, { lock_reason: "resolved" });
  await app("DELETE", `${here}/issues/1/lock`);
}

async function playPull(app: Ask, oid: string): Promise<void> {
  await app("GET", `${here}/pulls/2/files`);
  const { sha } = await app("GET", `${here}/commits/topic`);
  await app("GET", `${here}/pulls/2/commits`);
  await app("GET", `${here}/pulls/2/merge`);
  await app("POST", `${here}/pulls`, { title: "The same again", head: "topic", base: "main" });
  await app("POST", `${here}/pulls`, { title: "Nothing", head: "other", base: "main", draft: true });
  const line = { path: "content/a-talk.md", line: 1, side: "RIGHT", commit_id: sha || oid };
  const { id } = await app("POST", `${here}/pulls/2/comments`, { body: "A remark", ...line });
  await app("GET", `${here}/pulls/2/comments`);
  await app("GET", `${here}/pulls/comments/${id}`);
  await app("PATCH", `${here}/pulls/comments/${id}`, { body: "Another remark" });
  await app("POST", `${here}/pulls/2/comments/${id}/replies`, { body: "A reply" });
  const reaction = await app("POST", `${here}/pulls/comments/${id}/reactions`, { content: "heart" });
  await app("GET", `${here}/pulls/comments/${id}/reactions`);
  await app("DELETE", `${here}/pulls/comments/${id}/reactions/${reaction.id}`);
  await app("DELETE", `${here}/pulls/comments/${id}`);
}

async function playChecks(app: Ask, oid: string): Promise<void> {
  const annotation = {
    path: "a.md",
    start_line: 1,
    end_line: 1,
    annotation_level: "notice",
    message: "Look",
  };
  const output = { title: "Links", summary: "Two of them.", annotations: [annotation] };
  const { id } = await app("POST", `${here}/check-runs`, {
    name: "links",
    head_sha: oid,
    status: "in_progress",
    output,
  });
  await app("PATCH", `${here}/check-runs/${id}`, { status: "completed", conclusion: "success" });
  await app("GET", `${here}/check-runs/${id}`);
  await app("GET", `${here}/check-runs/${id}/annotations`);
}

async function playGit(app: Ask, oid: string): Promise<void> {
  await app("GET", `${here}/branches`);
  await app("GET", `${here}/git/commits/${oid}`);
  await app("GET", `${here}/git/trees/main?recursive=1`);
  await app("POST", `${here}/git/refs`, { ref: "refs/heads/third", sha: oid });
  await app("POST", `${here}/git/refs`, { ref: "refs/heads/third", sha: oid });
  await app("PATCH", `${here}/git/refs/heads/third`, { sha: oid, force: true });
  await app("DELETE", `${here}/git/refs/heads/third`);
}

async function playPeople(owner: Ask): Promise<void> {
  await owner("GET", `${here}/collaborators`);
  await owner("GET", `${here}/collaborators/editor`);
  await owner("GET", `${here}/collaborators/stranger`);
}
