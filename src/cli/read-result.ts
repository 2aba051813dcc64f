import { z } from "zod";
import type { SandboxProcess } from "./sandbox-process.ts";

const PullRequest = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  draft: z.boolean(),
  head: z.object({ ref: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});

const Comments = z.array(z.object({ body: z.string(), user: z.object({ type: z.string() }) }));
const Content = z.object({ content: z.string() });

/** What the draft job left on GitHub, before anybody touched it: the object of `--json`. */
export type DemoResult = {
  readonly pullRequest: {
    readonly number: number;
    readonly title: string;
    readonly body: string;
    readonly branch: string;
    readonly file: string;
    readonly draft: boolean;
    readonly labels: readonly string[];
  } | null;
  /** The text of the post's file; null when nothing was drafted. */
  readonly post: string | null;
  /** The requests of the draft; the App's own token and the look at the settings when it was installed are not among them. */
  readonly github: readonly { readonly method: string; readonly path: string; readonly operation: string }[];
  /** How many pull requests the repository has; every one would be of this issue. */
  readonly pullRequests: number;
  /** What the language model was sent and answered, as the pull request says; 0 when none was used. */
  readonly tokens: { readonly prompt: number; readonly completion: number };
  /** What Galley said on the issue last. */
  readonly answer: string | null;
  readonly timings: Readonly<Record<string, number>>;
};

/** Looks at the repository as a person would, after the draft job has ended. */
export async function readResult(options: {
  readonly sandbox: SandboxProcess;
  readonly person: string;
  readonly name: string;
  readonly issueNumber: number;
  readonly timings: Readonly<Record<string, number>>;
}): Promise<DemoResult> {
  const { sandbox, person, name, issueNumber, timings } = options;
  const requests = await sandbox.requests();
  // What an installation asks for by itself, its token and the settings, is not of the draft.
  const isOfDraft = (operation: string) => !/access-token|^ReadSettings/.test(operation);
  const github = requests
    .filter(({ actor, operation }) => actor === "installation" && isOfDraft(operation))
    .map(({ method, path, operation }) => ({ method, path, operation }));
  const all = z.array(PullRequest).parse(await sandbox.as(person, "GET", `/repos/${name}/pulls?state=all`));
  const answer = (await readAnswers(sandbox, person, name, issueNumber)).at(-1) ?? null;
  const found = all[0];
  if (!found)
    return {
      pullRequest: null,
      post: null,
      github,
      pullRequests: 0,
      tokens: findTokens(""),
      answer,
      timings,
    };
  const { number, title, body, draft, head, labels } = found;
  const file = findPostPath(body ?? "");
  const path = file.split("/").map(encodeURIComponent).join("/");
  const content = await sandbox.as(
    person,
    "GET",
    `/repos/${name}/contents/${path}?ref=${encodeURIComponent(head.ref)}`,
  );
  return {
    pullRequest: {
      number,
      title,
      body: body ?? "",
      branch: head.ref,
      file,
      draft,
      labels: labels.map((label) => label.name),
    },
    post: Buffer.from(Content.parse(content).content, "base64").toString("utf8"),
    github,
    pullRequests: all.length,
    tokens: findTokens(body ?? ""),
    answer,
    timings,
  };
}

/** What the App says on an issue or pull request, oldest first, without its hidden markers. */
export async function readAnswers(
  sandbox: SandboxProcess,
  person: string,
  name: string,
  number: number,
): Promise<string[]> {
  const path = `/repos/${name}/issues/${number}/comments?per_page=100`;
  return Comments.parse(await sandbox.as(person, "GET", path))
    .filter(({ user }) => user.type === "Bot")
    .map(({ body }) => body.replace(/\s*<!--[\s\S]*$/, ""));
}

/** The body says where the post is, on a line of its own. */
function findPostPath(body: string): string {
  return /^Draft is in `+ ?(.+?) ?`+\. Edit directly/m.exec(body)?.[1] ?? "";
}

/** So does the line about the writer. */
function findTokens(body: string): DemoResult["tokens"] {
  const [, prompt = 0, completion = 0] =
    /^\*\*Written by\*\* .+: (\d+) tokens in, (\d+) out[.,]/m.exec(body) ?? [];
  return { prompt: Number(prompt), completion: Number(completion) };
}
