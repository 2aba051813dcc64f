import type { CreatedRepository, Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start.ts";
import type { Recorded } from "./recorded-traffic.ts";

/** What the sandbox answered to a recorded request. */
export type Replayed = {
  readonly recorded: Recorded;
  readonly status: number;
  readonly body: unknown;
};

const owner = "octokit-fixture-org";
const person = "octokit-fixture-user-a";

/** Puts the requests of a scenario to a sandbox in the state that they need, as one who may do everything there. */
export async function replay(scenario: string, rows: readonly Recorded[]): Promise<Replayed[]> {
  const sandbox = await startSandbox();
  try {
    const name = /^\/repos\/[^/]+\/([^/]+)/.exec(rows[0]?.path ?? "")?.[1] ?? "hello-world";
    const repository = await sandbox.createRepository({
      owner,
      name,
      defaultBranch: scenario === "get-content" || scenario === "get-repository" ? "master" : "main",
      collaborators: { [person]: "admin" },
      files: [{ path: "README.md", text: "# hello-world" }],
    });
    await prepare(sandbox, scenario, name);
    const replayed: Replayed[] = [];
    for (const recorded of rows) {
      const answer = await send(sandbox, repository, recorded);
      if (answer.status === 501) await standIn(sandbox, repository, recorded);
      replayed.push({ recorded, ...answer });
    }
    return replayed;
  } finally {
    await sandbox.close();
  }
}

async function prepare(sandbox: Sandbox, scenario: string, name: string): Promise<void> {
  const issues = { "paginate-issues": 13, "lock-issue": 1 }[scenario] ?? 0;
  for (let at = 1; at <= issues; at += 1)
    await sandbox.as(person).openIssue(`${owner}/${name}`, { title: `Test issue ${at}` });
  // GitHub gives a new repository labels; the sandbox does not.
  const label = { name: "bug", color: "d73a4a" };
  if (scenario === "labels")
    await sandbox.as(person).request("POST", `/repos/${owner}/${name}/labels`, label);
}

async function send(sandbox: Sandbox, repository: CreatedRepository, recorded: Recorded) {
  const { method, reqheaders } = recorded;
  const path = recorded.path.replace("/repositories/1000", `/repositories/${repository.id}`);
  // The names of objects are made up in the recordings.
  const body = JSON.stringify(recorded.body ?? "").replaceAll(/0{36,}\d+/g, repository.headOid);
  const accept = reqheaders.accept ?? "application/json";
  const response = await fetch(`${sandbox.url}/api/v3${path}`, {
    method,
    redirect: "manual",
    headers: { authorization: `Bearer ghu_${person}`, accept, "content-type": "application/json" },
    ...(method === "GET" || body === '""' ? {} : { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
}

/** What a request that is left out would have done, for those after it. */
async function standIn(
  sandbox: Sandbox,
  repository: CreatedRepository,
  { method, path }: Recorded,
): Promise<void> {
  const { name } = repository;
  if (method === "PATCH" && path === `/repos/${owner}/rename-repository` && name === "rename-repository")
    if (await isThere(sandbox, name)) sandbox.life.rename(owner, name, "rename-repository-newname");
  if (method === "POST" && path.endsWith("/git/refs")) await createRef(sandbox, repository);
}

async function isThere(sandbox: Sandbox, name: string): Promise<boolean> {
  const url = `${sandbox.url}/api/v3/repos/${owner}/${name}`;
  return (
    (await fetch(url, { redirect: "manual", headers: { authorization: `Bearer ghu_${person}` } })).status ===
    200
  );
}

async function createRef(
  sandbox: Sandbox,
  { nodeId: repositoryId, headOid: oid }: CreatedRepository,
): Promise<void> {
  const query = "mutation Create($input: CreateRefInput!) { createRef(input: $input) { ref { name } } }";
  const variables = { input: { repositoryId, name: "refs/heads/test", oid } };
  const headers = { authorization: `Bearer ghu_${person}`, "content-type": "application/json" };
  await fetch(`${sandbox.url}/api/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
}
