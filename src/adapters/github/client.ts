import { setTimeout as wait } from "node:timers/promises";
import { Probot, ProbotOctokit } from "probot";
import { PermanentError, UnreachableError } from "../../errors.ts";
import { fail, type GraphqlProblem, isPassing, listProblems, listTimedProblems } from "./fail.ts";

/** A request that hangs longer is given up; GitHub itself gives up after ten seconds. */
const timeoutMs = 30_000;

/** What a GraphQL mutation came to: mutations run in turn and go on after one fails, so both can be there. */
type Mutated = { readonly data: unknown; readonly problems: readonly GraphqlProblem[] };

/** GitHub as one installation sees it. `task` says in an infinitive what for: it is part of the error. */
export type GithubClient = {
  rest(task: string, route: string, parameters: Record<string, unknown>): Promise<unknown>;
  query(task: string, document: string, variables: Record<string, unknown>): Promise<unknown>;
  mutate(task: string, document: string, variables: Record<string, unknown>): Promise<Mutated>;
};

/**
 * Probot with its client's retry and throttling taken out: the retry plugin repeats POSTs after a 5xx, and
 * the throttle waits inside the call for up to an hour; the queue does both better.
 */
export function createProbot(options: ConstructorParameters<typeof Probot>[0]): Probot {
  const Octokit = ProbotOctokit.defaults((defaults: { throttle?: object }) => ({
    ...defaults,
    retry: { enabled: false },
    throttle: { ...defaults.throttle, enabled: false },
  }));
  return new Probot({ ...options, Octokit });
}

/** Gives each installation a client; writes of one installation keep `writeIntervalMs` between them. */
export function createClients(
  probot: Probot,
  writeIntervalMs: number,
): (installationId: number) => GithubClient {
  const pace = createPacer(writeIntervalMs);
  return (installationId) => {
    const ask = async <T>(request: (octokit: ProbotOctokit) => Promise<T>): Promise<T> => {
      const octokit = await probot.auth(installationId);
      try {
        return await request(octokit);
      } catch (thrown) {
        if (isRefused(thrown, 401)) {
          await checkInstallation(probot, installationId);
          await forgetToken(probot, installationId);
        }
        throw thrown;
      }
    };
    return {
      async rest(task, route, parameters) {
        try {
          const { data } = await ask((octokit) =>
            octokit.request(route, { ...parameters, request: limits() }),
          );
          return data;
        } catch (thrown) {
          return fail(task, thrown);
        }
      },
      async query(task, document, variables) {
        try {
          return await ask((octokit) => octokit.graphql(document, { ...variables, request: limits() }));
        } catch (thrown) {
          return acceptMissing(thrown) ?? fail(task, thrown);
        }
      },
      async mutate(task, document, variables) {
        await pace(installationId);
        try {
          const data = await ask((octokit) => octokit.graphql(document, { ...variables, request: limits() }));
          return { data, problems: [] };
        } catch (thrown) {
          return salvage(task, thrown);
        }
      },
    };
  };
}

/**
 * GitHub gives null *and* an error for a file that a commit does not have, and octokit throws on any error
 * ("Could not resolve file for path", public tests of changesets/ghcommit). A missing file is an answer.
 */
function acceptMissing(thrown: unknown): unknown {
  const problems = listProblems(thrown);
  const isOnlyMissing =
    problems.length > 0 &&
    problems.every(({ type, path }) => type === "NOT_FOUND" && (path?.length ?? 0) > 1);
  return isOnlyMissing && typeof thrown === "object" && thrown !== null && "data" in thrown
    ? thrown.data
    : undefined;
}

/** What was done must be known, and why the rest was not: the caller decides what it can go on without. */
function salvage(task: string, thrown: unknown): Mutated {
  const problems = listTimedProblems(thrown);
  if (problems.length === 0) return fail(task, thrown);
  const data = typeof thrown === "object" && thrown !== null && "data" in thrown ? thrown.data : undefined;
  return { data: data ?? {}, problems };
}

/** Throws for those problems that may go well later; the others are left to the caller. */
export function failIfPassing(task: string, problems: readonly GraphqlProblem[]): void {
  const passing = problems.filter(isPassing);
  if (passing.length > 0) fail(task, { errors: passing });
}

/** Turns what a mutation could not do into our error, when it cannot go on without it. */
export function failWith(task: string, problems: readonly GraphqlProblem[]): never {
  if (problems.length === 0) throw new PermanentError(`GitHub did not say what became of it: ${task}`);
  return fail(task, { errors: problems });
}

/** A token is good for an hour, the installation perhaps not: the App itself is told what became of it. */
async function checkInstallation(probot: Probot, installationId: number): Promise<void> {
  const octokit = await probot.auth();
  const route = "GET /app/installations/{installation_id}";
  const parameters = { installation_id: installationId, request: limits() };
  await octokit.request(route, parameters).catch((thrown: unknown) => {
    // Anything else leaves the question open, and then the first refusal stands.
    if (isRefused(thrown, 404)) throw new UnreachableError("gone");
  });
}

/**
 * octokit keeps a token for an hour, also one that GitHub took back earlier: every later attempt would fail with it.
 * Its own `refresh` asks github.com whatever the host is, so the cache is emptied instead (`@octokit/auth-app`,
 * `cache`); the next attempt asks for a new token.
 */
async function forgetToken(probot: Probot, installationId: number): Promise<void> {
  const octokit = await probot.auth();
  const factory = async ({ cache }: { cache?: { set(key: string, value: string): unknown } }) => {
    await cache?.set(String(installationId), "");
  };
  await octokit.auth({ type: "installation", installationId, factory });
}

function isRefused(thrown: unknown, status: number): boolean {
  return typeof thrown === "object" && thrown !== null && "status" in thrown && thrown.status === status;
}

function limits() {
  return { retries: 0, signal: AbortSignal.timeout(timeoutMs) };
}

/** GitHub asks for at least a second between writes (docs.github.com, "Best practices for using the REST API"). */
function createPacer(intervalMs: number): (installationId: number) => Promise<void> {
  const turns = new Map<number, Promise<void>>();
  return async (installationId) => {
    const turn = turns.get(installationId) ?? Promise.resolve();
    turns.set(
      installationId,
      turn.then(() => wait(intervalMs)),
    );
    await turn;
  };
}
