import type { Town } from "./town.ts";

/** A request to the REST API; its path begins behind `/repos/acme/blog`. */
export type RestRequest = { method: string; path: string; body?: unknown };

/** One request for each REST operation of a repository, in an order in which all of them succeed. */
export const restRequests: Readonly<Record<string, (town: Town) => RestRequest>> = {
  ...reads(),
  "issues/create": () => ({ method: "POST", path: "/issues", body: { title: "Another" } }),
  "issues/update": ({ issue }) => ({
    method: "PATCH",
    path: `/issues/${issue.number}`,
    body: { title: "New" },
  }),
  "issues/create-comment": ({ issue }) => ({
    method: "POST",
    path: `/issues/${issue.number}/comments`,
    body: { body: "Hello" },
  }),
  "issues/update-comment": ({ comment }) => ({
    method: "PATCH",
    path: `/issues/comments/${comment.id}`,
    body: { body: "Changed" },
  }),
  "issues/create-label": () => ({ method: "POST", path: "/labels", body: { name: "more" } }),
  "issues/add-labels": ({ issue }) => ({
    method: "POST",
    path: `/issues/${issue.number}/labels`,
    body: { labels: ["seen"] },
  }),
  "issues/remove-label": ({ issue }) => ({ method: "DELETE", path: `/issues/${issue.number}/labels/seen` }),
  "issues/lock": ({ issue }) => ({ method: "PUT", path: `/issues/${issue.number}/lock` }),
  "issues/unlock": ({ issue }) => ({ method: "DELETE", path: `/issues/${issue.number}/lock` }),
  ...reactions("for-issue", ({ issue }) => `/issues/${issue.number}`),
  ...reactions("for-issue-comment", ({ comment }) => `/issues/comments/${comment.id}`),
  ...reactions(
    "for-pull-request-review-comment",
    ({ reviewComment }) => `/pulls/comments/${reviewComment}`,
    "for-pull-request-comment",
  ),
  "pulls/create-review-comment": (town) => ({
    method: "POST",
    path: `/pulls/${first(town).number}/comments`,
    body: { path: "content/blog/a-talk.md", line: 1, commit_id: first(town).headOid, body: "Another" },
  }),
  "pulls/create-reply-for-review-comment": (town) => ({
    method: "POST",
    path: `/pulls/${first(town).number}/comments/${town.reviewComment}/replies`,
    body: { body: "An answer" },
  }),
  "pulls/update-review-comment": ({ reviewComment }) => ({
    method: "PATCH",
    path: `/pulls/comments/${reviewComment}`,
    body: { body: "Changed" },
  }),
  "pulls/delete-review-comment": ({ reviewComment }) => ({
    method: "DELETE",
    path: `/pulls/comments/${reviewComment}`,
  }),
  "checks/create": ({ blog }) => ({
    method: "POST",
    path: "/check-runs",
    body: { name: "style", head_sha: blog.headOid },
  }),
  "checks/update": ({ checkRun }) => ({
    method: "PATCH",
    path: `/check-runs/${checkRun.id}`,
    body: { conclusion: "success" },
  }),
  "git/create-ref": ({ blog }) => ({
    method: "POST",
    path: "/git/refs",
    body: { ref: "refs/heads/rest", sha: blog.headOid },
  }),
  "repos/create-or-update-file-contents": () => ({
    method: "PUT",
    path: "/contents/new.md",
    body: { message: "New", content: "TmV3", branch: "rest" },
  }),
  "git/update-ref": ({ blog }) => ({
    method: "PATCH",
    path: "/git/refs/heads%2Frest",
    body: { sha: blog.headOid, force: true },
  }),
  "pulls/create": (town) => ({
    method: "POST",
    path: "/pulls",
    body: { title: "By REST", head: first(town).branch, base: "rest" },
  }),
  "pulls/update": (town) => ({
    method: "PATCH",
    path: `/pulls/${first(town).number}`,
    body: { title: "New" },
  }),
  "issues/delete-comment": ({ comment }) => ({ method: "DELETE", path: `/issues/comments/${comment.id}` }),
};

/** Those that can only come after the drafts were made ready. */
export const lastRequests: Readonly<Record<string, (town: Town) => RestRequest>> = {
  "pulls/merge": (town) => ({ method: "PUT", path: `/pulls/${second(town).number}/merge` }),
  "pulls/check-if-merged": (town) => ({ method: "GET", path: `/pulls/${second(town).number}/merge` }),
  "git/delete-ref": () => ({ method: "DELETE", path: "/git/refs/heads%2Frest" }),
};

function reads(): Record<string, (town: Town) => RestRequest> {
  const get = (find: (town: Town) => string) => (town: Town) => ({ method: "GET", path: find(town) });
  return {
    "repos/get": get(() => ""),
    "repos/list-collaborators": get(() => "/collaborators"),
    "repos/check-collaborator": get(() => "/collaborators/maya"),
    "repos/get-collaborator-permission-level": get(() => "/collaborators/maya/permission"),
    "repos/list-branches": get(() => "/branches"),
    "repos/get-content": get(() => "/contents/notes"),
    "git/get-tree": get(() => "/git/trees/main?recursive=1"),
    "git/get-commit": get(({ blog }) => `/git/commits/${blog.headOid}`),
    "git/get-blob": get(() => `/git/blobs/${helloBlob}`),
    "git/get-ref": get(() => "/git/ref/heads%2Fmain"),
    "git/list-matching-refs": get(() => "/git/matching-refs/heads%2Fblog"),
    "issues/list-for-repo": get(() => "/issues"),
    "issues/get": get(({ issue }) => `/issues/${issue.number}`),
    "issues/list-comments": get(({ issue }) => `/issues/${issue.number}/comments`),
    "issues/get-comment": get(({ comment }) => `/issues/comments/${comment.id}`),
    "issues/list-labels-for-repo": get(() => "/labels"),
    "issues/get-label": get(({ label }) => `/labels/${label.name}`),
    "issues/list-labels-on-issue": get(({ issue }) => `/issues/${issue.number}/labels`),
    "pulls/list": get(() => "/pulls"),
    "pulls/get": get((town) => `/pulls/${first(town).number}`),
    "pulls/list-files": get((town) => `/pulls/${first(town).number}/files`),
    "pulls/list-commits": get((town) => `/pulls/${first(town).number}/commits`),
    "pulls/list-review-comments": get((town) => `/pulls/${first(town).number}/comments`),
    "pulls/get-review-comment": get(({ reviewComment }) => `/pulls/comments/${reviewComment}`),
    "checks/get": get(({ checkRun }) => `/check-runs/${checkRun.id}`),
    "checks/list-annotations": get(({ checkRun }) => `/check-runs/${checkRun.id}/annotations`),
    "checks/list-for-ref": get(() => "/commits/main/check-runs"),
  };
}

/** The oid that git gives to "Maya: hello\n", the content of `notes/a talk.md`. */
const helloBlob = "ddb5694edd99e3feb00eb10445d6c28fa7fff809";

/** The reaction that is deleted is the last one that was made: reactions are numbered as everything else is. */
function reactions(
  what: string,
  at: (town: Town) => string,
  deleted = what,
): Record<string, (town: Town) => RestRequest> {
  return {
    [`reactions/create-${what}`]: (town) => ({
      method: "POST",
      path: `${at(town)}/reactions`,
      body: { content: "eyes" },
    }),
    [`reactions/list-${what}`]: (town) => ({ method: "GET", path: `${at(town)}/reactions` }),
    [`reactions/delete-${deleted}`]: (town) => ({ method: "DELETE", path: `${at(town)}/reactions/LAST` }),
  };
}

function first(town: Town) {
  return pullAt(town, 0);
}

function second(town: Town) {
  return pullAt(town, 1);
}

function pullAt({ pulls }: Town, at: number) {
  const pull = pulls[at];
  if (!pull) throw new Error("The town has two drafts");
  return pull;
}
