import type { IncomingHttpHeaders } from "node:http";
import type { Repository, World } from "./state.ts";
import type { Actor } from "./tokens.ts";

/** What every operation is given: the world and who is asking. */
export type Call = { world: World; actor: Actor };

export type RestRequest = {
  parameters: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
  headers: IncomingHttpHeaders;
};

/** A Buffer is sent as it stands, anything else as JSON. */
export type RestAnswer = { status: number; body?: unknown; headers?: Record<string, string> };

type RestBase = {
  /** The id of GitHub's own OpenAPI document, without which nobody could look an operation up. */
  id: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `:name` is one segment, `*name` the rest of the path. */
  path: string;
};

/** An operation on one repository: seen, permitted and not archived before it acts. */
export type RepositoryOperation = RestBase & {
  scope: "repository";
  act(call: Call, repository: Repository, request: RestRequest): Promise<RestAnswer> | RestAnswer;
};

/** An operation of the App itself (signed with its key) or of anybody. */
type GeneralOperation = RestBase & {
  scope: "app" | "anybody";
  act(call: Call, request: RestRequest): Promise<RestAnswer> | RestAnswer;
};

export type RestOperation = RepositoryOperation | GeneralOperation;

/** A GraphQL mutation; permission and archive are looked at between `on` and `act`. */
export type Mutation = {
  field: string;
  run(call: Call, input: unknown, permit: (repository: Repository) => void): Promise<object>;
};

/** All that one file of `operations/` offers. */
export type Operation = { rest?: readonly RestOperation[]; mutations?: readonly Mutation[] };

/** Declares what a GET of a repository answers with: the body, at 200. */
export function reading(definition: {
  id: string;
  path: string;
  show(call: Call, repository: Repository, request: RestRequest): unknown;
}): RepositoryOperation {
  const { id, path, show } = definition;
  const act = async (call: Call, repository: Repository, request: RestRequest) => ({
    status: 200,
    body: await show(call, repository, request),
  });
  return { scope: "repository", id, method: "GET", path, act };
}

/**
 * Declares a mutation. graphql-js has checked the input against GitHub's schema before,
 * so `Input` may be the type that `@octokit/graphql-schema` gives it.
 */
export function mutation<Input>(definition: {
  field: string;
  /** The repository that the input is about; throws what GitHub says when there is none. */
  on(call: Call, input: Input): Repository;
  act(call: Call, input: Input, repository: Repository): Promise<object> | object;
}): Mutation {
  return {
    field: definition.field,
    run: async (call, input, permit) => {
      const typed = input as Input & { clientMutationId?: string | null };
      const repository = definition.on(call, typed);
      permit(repository);
      const payload = await definition.act(call, typed, repository);
      return { clientMutationId: typed.clientMutationId ?? null, ...payload };
    },
  };
}
