import type { CreatedRepository, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { ask, open3, openVariables, send } from "../../sandbox/support.ts";

/** A repository in which a row of the table is replayed. */
export type Place = {
  sandbox: Sandbox;
  blog: CreatedRepository;
  token: string;
  draftOid: string;
  undo: (() => void)[];
};

/** What was done before the request of a row, by name. */
export const steps: Readonly<Record<string, (place: Place) => Promise<void> | void>> = {
  issue: async ({ sandbox, blog }) =>
    void (await sandbox.as("maya").openIssue(`${blog.owner}/blog`, { title: "A talk" })),
  draft: async (place) => {
    const document = open3.replace("acme/", `${place.blog.owner}/`);
    const opened = await ask(place.sandbox, place.token, document, openVariables(place.blog, "blog/one"));
    place.draftOid = opened.data.createPullRequest.pullRequest.headRefOid;
  },
  ready: async ({ sandbox, blog }) => await sandbox.as("maya").setDraft(`${blog.owner}/blog`, 1, false),
  closed: async ({ sandbox, blog }) =>
    await sandbox.as("maya").setPullRequestState(`${blog.owner}/blog`, 1, "closed"),
  pushed: async ({ sandbox, blog }) =>
    void (await sandbox.as("maya").writeFile(`${blog.owner}/blog`, "pushed.md", "x")),
  label: async ({ sandbox, token, blog }) => {
    await send(sandbox, { path: `v3/repos/${blog.owner}/blog/labels`, token, body: { name: "Seen" } });
  },
  "empty-branch": async ({ sandbox, token, blog }) => {
    const body = { ref: "refs/heads/empty", sha: blog.headOid };
    await send(sandbox, { path: `v3/repos/${blog.owner}/blog/git/refs`, token, body });
  },
  locked: async ({ sandbox, token, blog }) => {
    await send(sandbox, { method: "PUT", path: `v3/repos/${blog.owner}/blog/issues/1/lock`, token });
  },
  "no-drafts": ({ sandbox, blog }) => sandbox.changeRepository(blog.owner, "blog", { drafts: false }),
  protected: ({ sandbox, blog }) => sandbox.life.protect(blog.owner, "blog", ["main"]),
  archived: ({ sandbox, blog }) => sandbox.life.archive(blog.owner, "blog"),
  suspended: ({ sandbox, blog }) => sandbox.life.suspend(blog.owner),
  uninstalled: ({ sandbox, blog }) => sandbox.life.uninstall(blog.owner),
  renamed: ({ sandbox, blog }) => sandbox.life.rename(blog.owner, "blog", "journal"),
  "primary-limit": (place) => limit(place, { request: () => ({ kind: "primary" }) }),
  "secondary-limit": (place) => limit(place, { request: () => ({ kind: "secondary", seconds: 60 }) }),
  "too-quick": (place) => limit(place, { mutation: () => true }),
};

/** Until the row is over: the other rows share the host. */
function limit(place: Place, limiter: Parameters<Sandbox["limit"]>[0]): void {
  place.undo.push(place.sandbox.limit(limiter));
}
