import { readFileSync } from "node:fs";
import {
  buildClientSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  validate,
} from "graphql";
import { z } from "zod";
import { ApiError, UnknownOperationError } from "../errors.ts";
import type { Call, Mutation } from "../operation.ts";
import { resolveField, resolveMutation, resolveType } from "./resolve.ts";

/** GitHub's own schema, with our mutations hung into it. */
export function loadSchema(mutations: readonly Mutation[]): GraphQLSchema {
  // Read past the entry of the package, which would load a second parser for its own check of documents.
  const path = new URL("./schema.json", import.meta.resolve("@octokit/graphql-schema"));
  // GitHub's schema breaks a rule of GraphQL's own (two fields stand twice), so it is taken as it is.
  const schema = buildClientSchema(JSON.parse(readFileSync(path, "utf8")), { assumeValid: true });
  const fields = schema.getMutationType()?.getFields() ?? {};
  for (const mutation of mutations) {
    const field = fields[mutation.field];
    if (!field) throw new Error(`GitHub has no mutation ${mutation.field}`);
    field.resolve = resolveMutation(mutation);
  }
  return schema;
}

const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export type GraphqlRequest = {
  /** `Name (field, field)` for the log. */
  operation: string;
  fields: readonly string[];
  /** The fields that these variables leave. */
  called: readonly string[];
  run(schema: GraphQLSchema, call: Call): Promise<GraphqlAnswer>;
};

type GraphqlAnswer = { status: number; body: unknown };

/** Reads the body of a GraphQL request; undefined when it is none. */
export function readGraphqlRequest(body: unknown): GraphqlRequest | undefined {
  const parsed = Body.safeParse(body);
  if (!parsed.success) return undefined;
  const { query, variables, operationName } = parsed.data;
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    const errors = [error instanceof GraphQLError ? error.toJSON() : { message: String(error) }];
    return {
      operation: "unreadable",
      fields: [],
      called: [],
      run: async () => ({ status: 200, body: { errors } }),
    };
  }
  const definition = findOperation(document, operationName);
  const selections = definition?.selectionSet.selections ?? [];
  const fields = selections.map(nameSelection);
  const called = selections.filter((one) => isCalled(one, variables ?? {})).map(nameSelection);
  const name = definition?.name?.value ?? definition?.operation ?? "none";
  return {
    operation: `${name} (${fields.join(", ")})`,
    fields,
    called,
    run: (schema, call) => runDocument(schema, call, { document, variables: variables ?? {}, operationName }),
  };
}

function nameSelection(one: SelectionNode): string {
  return "name" in one ? one.name.value : "…";
}

/** A value that cannot be read makes the document fail later, in GraphQL's own words. */
function isCalled(one: SelectionNode, variables: Record<string, unknown>): boolean {
  try {
    const isIncluded = getDirectiveValues(GraphQLIncludeDirective, one, variables)?.if !== false;
    return isIncluded && getDirectiveValues(GraphQLSkipDirective, one, variables)?.if !== true;
  } catch {
    return true;
  }
}

function findOperation(document: DocumentNode, name: string | null | undefined) {
  const operations = document.definitions.filter(
    (one): one is OperationDefinitionNode => one.kind === "OperationDefinition",
  );
  return operations.find((one) => !name || one.name?.value === name);
}

async function runDocument(
  schema: GraphQLSchema,
  call: Call,
  request: {
    document: DocumentNode;
    variables: Record<string, unknown>;
    operationName: string | null | undefined;
  },
): Promise<GraphqlAnswer> {
  const mistakes = validate(schema, request.document);
  if (mistakes.length > 0) return { status: 200, body: { errors: mistakes.map((one) => one.toJSON()) } };
  const result = await execute({
    schema,
    document: request.document,
    variableValues: request.variables,
    operationName: request.operationName ?? null,
    contextValue: call,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  return describeResult(result);
}

/** GitHub answers 200 whatever went wrong inside; only what the sandbox has not learned is a 501. */
function describeResult(result: ExecutionResult): GraphqlAnswer {
  const unknown =
    result.errors?.some((error) => error.originalError instanceof UnknownOperationError) ?? false;
  const errors = result.errors?.map(describeError);
  const body = { ...(result.data === undefined ? {} : { data: result.data }), ...(errors ? { errors } : {}) };
  return { status: unknown ? 501 : 200, body };
}

function describeError(error: GraphQLError) {
  const { path, locations, message, originalError } = error;
  const type = originalError instanceof ApiError ? { type: originalError.type } : {};
  return { ...type, ...(path ? { path } : {}), locations, message };
}
