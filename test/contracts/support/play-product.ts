import { createAppHooks } from "../../../src/adapters/github/app-hooks.ts";
import { createClients, createProbot, type GithubClient } from "../../../src/adapters/github/client.ts";
import { createManifestConverter } from "../../../src/adapters/github/convert-manifest.ts";
import { createInstallations } from "../../../src/adapters/github/installations.ts";
import { lookUp } from "../../../src/adapters/github/look-up.ts";
import { createRepository } from "../../../src/adapters/github/repository.ts";
import type { OpenRequest, Repository, RepositoryView, Thread } from "../../../src/ports/repository.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { Stage } from "./recording.ts";

const paths = ["notes/a talk.md", "notes/über.md", "notes/link.md", "logo.png", "notes", "none.md"];
const settingsPath = ".github/galley.yml";
const places = [
  { ref: null, path: "notes", depth: 2 },
  { ref: "main", path: "", depth: 1 },
  { ref: "none", path: "notes/a talk.md", depth: 0 },
];

/** Has the product ask of GitHub everything that it ever asks, in each of its forms. */
export async function playProduct({ sandbox, blog }: Stage): Promise<void> {
  const probot = createProbot({
    appId: sandbox.app.appId,
    privateKey: sandbox.app.privateKey,
    secret: sandbox.app.webhookSecret,
    baseUrl: `${sandbox.url}/api/v3`,
    logLevel: "fatal",
  });
  const clients = createClients(probot, 0);
  const client = clients(blog.installationId);
  const repository = createRepository(client, blog);
  const thread = await openThread(sandbox, "A talk");
  const view = await read(repository);
  await talk(repository, thread, "done");
  const number = await open(repository, describe(view, "a-talk"), thread);
  await ends(sandbox, repository, client, view, number);
  await refuse(sandbox, repository, describe(view, "another-talk"));
  const hooks = createAppHooks(probot);
  await sandbox.deliveriesSettled();
  const signal = new AbortController().signal;
  const installations = createInstallations(probot, clients);
  await installations.list(signal);
  await installations.listRepositories(blog.installationId, 1);
  await installations.findVersions(blog.installationId, [blog.nodeId], "notes/a talk.md");
  const { deliveries } = await hooks.list(null, signal);
  await hooks.redeliver(deliveries[0]?.id ?? "", signal);
  // With another App on the host, the tokens of this one are refused; then it looks whether it is still installed.
  await register(sandbox);
  await repository.permission("editor").catch(() => undefined);
}

/** The manifest flow, as far as it asks the API. */
async function register(sandbox: Sandbox): Promise<void> {
  const manifest = {
    name: "My Galley",
    url: "https://galley.example",
    redirect_url: "https://galley.example/setup/created",
    hook_attributes: { url: `${sandbox.url}/hooks`, active: true },
    default_permissions: { contents: "write", issues: "write", pull_requests: "write", checks: "write" },
    default_events: ["issue_comment", "pull_request", "push", "repository"],
  };
  const body = new URLSearchParams({ manifest: JSON.stringify(manifest), confirm: "yes" });
  const page = `${sandbox.url}/settings/apps/new`;
  const { headers } = await fetch(page, { method: "POST", redirect: "manual", body });
  const code = new URL(headers.get("location") ?? "").searchParams.get("code") ?? "";
  await createManifestConverter(`${sandbox.url}/api/v3`)(code);
}

async function openThread(sandbox: Sandbox, title: string): Promise<Thread> {
  const editor = sandbox.as("editor");
  const { number, nodeId } = await editor.openIssue("acme/blog", { title, body: "Write `notes/a talk.md`." });
  const command = await editor.comment("acme/blog", number, "/draft");
  return { issueNodeId: nodeId, commentNodeId: command.nodeId };
}

async function read(repository: Repository): Promise<RepositoryView> {
  await repository.permission("editor");
  await repository.permission("stranger");
  const request = { settingsPath, paths, places, days: ["2026-04-01", "2026-04-02"], label: "blog-draft" };
  const view = await repository.read({ ...request, pullRequestNumber: null });
  await repository.mayRead("reader");
  await repository.look({ settingsPath, places });
  await repository.listDays({ commit: view.commit, paths });
  await repository.readSettings(settingsPath);
  await repository.listBranches("blog/");
  const entry = view.entries.get("notes/a talk.md");
  await repository.readBlob(entry?.kind === "file" ? entry.oid : "");
  await repository.readTexts([
    { revision: "main", path: "notes/a talk.md" },
    { revision: "main", path: "none" },
  ]);
  return view;
}

async function talk(repository: Repository, thread: Thread, body: string): Promise<void> {
  const commentId = await repository.acknowledge(thread, `Reading. <!-- galley ${body} -->`);
  await repository.findOwnComment(thread, `galley ${body}`);
  await repository.answer(thread, { body, commentId, reaction: "confused" });
  await repository.answer(thread, { body, commentId: null, reaction: "rocket" });
}

function describe(view: RepositoryView, slug: string): OpenRequest {
  return {
    repository: view.fullName,
    repositoryNodeId: view.nodeId,
    baseBranch: view.defaultBranch,
    baseCommit: view.commit,
    branch: `blog/2026-04-01-${slug}`,
    file: { path: `content/blog/2026-04-01-${slug}.md`, text: "# A talk\n" },
    commitMessage: { headline: "Draft: A talk", body: `Galley-Draft: ${slug}` },
    title: "A talk",
    body: `As a draft. <!-- galley ${slug} -->`,
    bodyWithoutDraft: "Not as a draft.",
    marker: `<!-- galley ${slug} -->`,
    label: { name: "blog-draft", color: "ededed", description: "A draft" },
    labelId: view.labelId,
  };
}

async function open(repository: Repository, request: OpenRequest, thread: Thread): Promise<number> {
  await repository.findOpened(request);
  const opened = await repository.open(request, { kind: "nothing" });
  await repository.findOpened(request);
  if (opened.kind !== "opened") throw new Error("Nothing was opened");
  const { nodeId: pullRequestNodeId, labelId, number } = opened.pullRequest;
  const finishing = { thread, body: "It is written.", pullRequestNodeId, labelId };
  const { repositoryNodeId } = request;
  const annotation = {
    path: request.file.path,
    firstLine: 1,
    lastLine: 1,
    level: "notice",
    message: "M.",
  } as const;
  const report = { name: "Check", conclusion: "neutral", title: "T", summary: "S", text: "Text" } as const;
  const checks = {
    repositoryNodeId,
    commit: opened.pullRequest.headCommit,
    externalId: pullRequestNodeId,
    reports: [{ ...report, annotations: Array.from({ length: 51 }, () => annotation) }],
    mayHaveActed: false,
  };
  await repository.finish({ ...finishing, commentId: null, checks });
  await repository.postChecks({ ...checks, mayHaveActed: true });
  await repository.postChecks({ ...checks, externalId: "another" });
  const request2 = { settingsPath, paths: [], places: [], days: [], label: "blog-draft" };
  await repository.read({ ...request2, pullRequestNumber: number });
  const listing = { label: "blog-draft", pullRequestNumbers: [number] };
  const page = await repository.listIdeas({ ...listing, after: null });
  await repository.listIdeas({ ...listing, after: page.next });
  return number;
}

/** A pull request is merged, or taken back. */
async function ends(
  sandbox: Sandbox,
  repository: Repository,
  client: GithubClient,
  view: RepositoryView,
  number: number,
): Promise<void> {
  const editor = sandbox.as("editor");
  const asked = { number, issueNumber: 1, file: "content/blog/2026-04-01-a-talk.md", settingsPath };
  const before = await repository.readClosed(asked);
  await lookUp(client, [before.nodeIds.pullRequest, view.nodeId]);
  await editor.setDraft("acme/blog", number, false);
  await editor.mergePullRequest("acme/blog", number);
  const { branch, nodeIds } = await repository.readClosed(asked);
  await lookUp(client, [nodeIds.pullRequest]);
  await repository.announce({ nodeIds: [nodeIds.pullRequest, nodeIds.issue ?? ""], body: "It is out." });
  await repository.comment({ nodeId: nodeIds.pullRequest, commentId: null, body: "And there." });
  await repository.deleteBranch(branch?.nodeId ?? "");
  await repository.deleteBranch(branch?.nodeId ?? "");
}

/** What GitHub refuses, and what the product takes back after it. */
async function refuse(sandbox: Sandbox, repository: Repository, request: OpenRequest): Promise<void> {
  sandbox.changeRepository("acme", "blog", { drafts: false });
  const opened = await repository.open(request, { kind: "nothing" });
  if (opened.kind !== "opened") throw new Error("Nothing was opened");
  // The same again is refused: there is such a branch, and such a pull request.
  await repository.open(request, { kind: "nothing" }).catch(() => undefined);
  const found = {
    kind: "occupied",
    pullRequestNodeId: opened.pullRequest.nodeId,
    branchNodeId: null,
  } as const;
  await repository.open(request, found);
  await repository
    .comment({ nodeId: "none", commentId: null, body: "There is nothing." })
    .catch(() => undefined);
}
