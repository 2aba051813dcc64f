import { z } from "zod";

type PersonAnswer = { status: number; body: unknown };

/** Somebody who uses the API over HTTP, with the rights that this login has. */
export type Person = {
  request(method: string, path: string, body?: unknown): Promise<PersonAnswer>;
  /** Opens an issue in `owner/name`. */
  openIssue(
    repository: string,
    issue: { title: string; body?: string },
  ): Promise<{ number: number; nodeId: string }>;
  comment(repository: string, issueNumber: number, body: string): Promise<{ id: number; nodeId: string }>;
  /** The bodies of the comments, oldest first. */
  comments(repository: string, issueNumber: number): Promise<{ id: number; login: string; body: string }[]>;
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
const Content = z.object({ sha: z.string(), content: z.string() });
const Written = z.object({ commit: z.object({ sha: z.string() }) });

/** Acts as a login on the host at `url`; its token is `ghu_` and the login. */
export function actAs(url: string, login: string): Person {
  async function request(method: string, path: string, body?: unknown): Promise<PersonAnswer> {
    const response = await fetch(`${url}/api/v3${path}`, {
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

  async function readContent(repository: string, path: string, ref?: string) {
    const query = ref === undefined ? "" : `?ref=${encodeURIComponent(ref)}`;
    const answer = await request("GET", `${contentsPath(repository, path)}${query}`);
    return answer.status === 200 ? Content.parse(answer.body) : undefined;
  }

  return {
    request,
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
