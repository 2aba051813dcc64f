import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { UserError } from "../errors.ts";

const program = fileURLToPath(new URL("../sandbox/main.ts", import.meta.url));

const Credentials = z.object({ appId: z.int(), privateKey: z.string(), webhookSecret: z.string() });
const Repository = z.object({
  id: z.int(),
  owner: z.string(),
  name: z.string(),
  headOid: z.string(),
  gitDirectory: z.string(),
});
const Requests = z.array(
  z.object({
    method: z.string(),
    path: z.string(),
    operation: z.string(),
    status: z.int().optional(),
    actor: z.string(),
  }),
);

const LinkedIn = z.object({ url: z.string(), accessToken: z.string(), author: z.string() });
const LinkedInPosts = z.array(
  z.object({
    urn: z.string(),
    author: z.string(),
    commentary: z.string(),
    rendered: z.string(),
    visibility: z.string(),
    article: z.unknown().optional(),
  }),
);

const Faults = z.array(
  z.object({
    rule: z.object({ service: z.string(), operation: z.string(), kind: z.string(), nth: z.int() }),
    met: z.int(),
  }),
);

const ModelRequests = z.array(
  z
    .object({
      body: z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) }),
    })
    .transform(({ body }) => body),
);

/** A rule by which something goes wrong, and how often it has. */
export type FaultState = z.infer<typeof Faults>[number];

/** The sandbox refused; `text` is its answer. */
class Refusal extends Error {
  override readonly name = "Refusal";
  readonly text: string;

  constructor(message: string, text: string) {
    super(message);
    this.text = text;
  }
}

function readSentence(thrown: unknown): string {
  if (!(thrown instanceof Refusal)) throw thrown;
  return z.object({ message: z.string() }).parse(JSON.parse(thrown.text)).message;
}

/** A post as the sandbox's LinkedIn received it, and as its readers see it. */
export type LinkedInPost = z.infer<typeof LinkedInPosts>[number];

/** A file that a repository begins with. */
export type SeedFile = { readonly path: string; readonly base64: string; readonly mode: string };

/** The sandbox, as a program of its own, reached only over HTTP. */
export type SandboxProcess = Awaited<ReturnType<typeof startSandboxProcess>>;

/** Starts the sandbox. It ends by itself when this process ends, however it ends. */
export async function startSandboxProcess() {
  const child = spawn(process.execPath, [program, "--until-stdin-closes"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(await readFirstLine(child)));

  async function call(method: string, path: string, body?: unknown, login?: string): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(login ? { authorization: `Bearer ghu_${login}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Refusal(
        `The sandbox answered ${response.status} to ${method} ${path}: ${text.slice(0, 300)}`,
        text,
      );
    return text === "" ? undefined : JSON.parse(text);
  }

  return {
    url,
    credentials: async () => Credentials.parse(await call("GET", "/_sandbox/app")),
    deliverTo: async (webhookUrl: string) => {
      await call("POST", "/_sandbox/webhook", { url: webhookUrl });
    },
    createRepository: async (repository: object) =>
      Repository.parse(await call("POST", "/_sandbox/repositories", repository)),
    /** Tells the sandbox's model what to say; returns where it listens. */
    scriptModel: async (rules: readonly object[]) => {
      await call("POST", "/_sandbox/model/script", { rules });
      return z.object({ url: z.string() }).parse(await call("GET", "/_sandbox/model")).url;
    },
    /** Lets things go wrong; throws a `UserError` that lists the names for one that is not known. */
    setFaults: async (rules: readonly string[], seed: number) => {
      if (rules.length === 0) return;
      try {
        await call("POST", "/_sandbox/faults", { rules, seed });
      } catch (thrown) {
        throw new UserError(readSentence(thrown), { cause: thrown });
      }
    },
    /** What Galley asked of the model, oldest first. */
    modelRequests: async () => ModelRequests.parse(await call("GET", "/_sandbox/model/requests")),
    faults: async () => Faults.parse(await call("GET", "/_sandbox/faults")),
    requests: async () => Requests.parse(await call("GET", "/_sandbox/requests")),
    /** Uses the API as somebody with this login. */
    as: (login: string, method: string, path: string, body?: unknown) =>
      call(method, `/api/v3${path}`, body, login),
    /** Uses GraphQL as somebody with this login. */
    graphql: (login: string, query: string, variables: object) =>
      call("POST", "/api/graphql", { query, variables }, login),
    /** The LinkedIn account of the demo, and what its readers see. */
    linkedin: async () => LinkedIn.parse(await call("GET", "/_sandbox/linkedin")),
    linkedinPosts: async () => LinkedInPosts.parse(await call("GET", "/_sandbox/linkedin/posts")),
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function readFirstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The sandbox has no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("The sandbox ended before it was ready");
}
