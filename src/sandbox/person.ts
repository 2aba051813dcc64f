import { z } from "zod";

type PersonAnswer = { status: number; body: unknown };

/** Somebody who uses the API over HTTP, with the rights that this login has. */
export type Person = {
  request(method: string, path: string, body?: unknown): Promise<PersonAnswer>;
  requestGraphql(query: string, variables: object): Promise<PersonAnswer>;
  /** Opens an issue in `owner/name`. */
  openIssue(
    repository: string,
    issue: { title: string; body?: string; labels?: readonly string[] },
  ): Promise<{ number: number; nodeId: string }>;
  comment(repository: string, issueNumber: number, body: string): Promise<{ id: number; nodeId: string }>;
  /** The bodies of the comments, oldest first. */
  comments(repository: string, issueNumber: number): Promise<{ id: number; login: string; body: string }[]>;
  /** As with the button; a draft must be made ready before. */
  mergePullRequest(
    repository: string,
    number: number,
    method?: "merge" | "squash" | "rebase",
  ): Promise<{ commitOid: string }>;
  /** "Ready for review" and "Convert to draft": GraphQL's own, REST has no word for it. */
  setDraft(repository: string, number: number, draft: boolean): Promise<void>;
  deleteBranch(repository: string, branch: string): Promise<void>;
  setPullRequestState(repository: string, number: number, state: "open" | "closed"): Promise<void>;
  /** Commits one file, as with the pencil on the web page. */
  writeFile(repository: string, path: string, text: string, branch?: string): Promise<{ commitOid: string }>;
  /** The text of a file, or undefined when it is not there. */
  readFile(repository: string, path: string, ref?: string): Promise<string | undefined>;
};

const Created = z.object({ id: z.number(), number: z.number().optional(), node_id: z.string() });
const Comments = z.array(
  z.object({ id: z.number(), body: z.string(), user: z.object({ login: z.string() }) }),
);
const Pull = z.object({ node_id: z.string() });
const Merged = z.object({ sha: z.string() });
const Graphql = z.object({ errors: z.undefined().optional() });
const Content = z.object({ sha: z.string(), content: z.string() });
const Written = z.object({ commit: z.object({ sha: z.string() }) });

/** Acts as a login on the host at `url`; its token is `ghu_` and the login. */
export function actAs(url: string, login: string): Person {
  const request = (method: string, path: string, body?: unknown) => send(method, `v3${path}`, body);

  async function send(method: string, path: string, body: unknown): Promise<PersonAnswer> {
    const response = await fetch(`${url}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ghu_${login}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  async function expect(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await request(method, path, body);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path} as ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  async function setDraft(repository: string, number: number, draft: boolean): Promise<void> {
    const { node_id: id } = Pull.parse(await expect("GET", `/repos/${repository}/pulls/${number}`));
    const field = draft ? "convertPullRequestToDraft" : "markPullRequestReadyForReview";
    const query = `mutation($id: ID!) { ${field}(input: {pullRequestId: $id}) { pullRequest { isDraft } } }`;
    const answer = await send("POST", "graphql", { query, variables: { id } });
    if (!Graphql.safeParse(answer.body).success) throw new Error(`${field}: ${JSON.stringify(answer.body)}`);
  }

  async function readContent(repository: string, path: string, ref?: string) {
    const query = ref === undefined ? "" : `?ref=${encodeURIComponent(ref)}`;
    const answer = await request("GET", `${contentsPath(repository, path)}${query}`);
    return answer.status === 200 ? Content.parse(answer.body) : undefined;
  }

  return {
    request,
    requestGraphql: (query, variables) => send("POST", "graphql", { query, variables }),
    openIssue: async (repository, issue) => {
      const { number = 0, node_id } = Created.parse(
        await expect("POST", `/repos/${repository}/issues`, issue),
      );
      return { number, nodeId: node_id };
    },
    comment: async (repository, issueNumber, body) => {
      const path = `/repos/${repository}/issues/${issueNumber}/comments`;
      const { id, node_id } = Created.parse(await expect("POST", path, { body }));
      return { id, nodeId: node_id };
    },
    comments: async (repository, issueNumber) => {
      const path = `/repos/${repository}/issues/${issueNumber}/comments?per_page=100`;
      return Comments.parse(await expect("GET", path)).map(({ id, body, user }) => ({
        id,
        body,
        login: user.login,
      }));
    },
    setDraft,
    mergePullRequest: async (repository, number, method = "merge") => {
      const path = `/repos/${repository}/pulls/${number}/merge`;
      return { commitOid: Merged.parse(await expect("PUT", path, { merge_method: method })).sha };
    },
    deleteBranch: async (repository, branch) => {
      await expect("DELETE", `/repos/${repository}/git/refs/heads/${encodeURIComponent(branch)}`);
    },
    setPullRequestState: async (repository, number, state) => {
      await expect("PATCH", `/repos/${repository}/pulls/${number}`, { state });
    },
    writeFile: async (repository, path, text, branch) => {
      const known = await readContent(repository, path, branch);
      const content = Buffer.from(text).toString("base64");
      const body = { message: `Write ${path}`, content, branch, sha: known?.sha };
      return {
        commitOid: Written.parse(await expect("PUT", contentsPath(repository, path), body)).commit.sha,
      };
    },
    readFile: async (repository, path, ref) => {
      const found = await readContent(repository, path, ref);
      return found && Buffer.from(found.content, "base64").toString();
    },
  };
}

function contentsPath(repository: string, path: string): string {
  return `/repos/${repository}/contents/${path.split("/").map(encodeURIComponent).join("/")}`;
}
