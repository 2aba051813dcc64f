import { readFileSync } from "node:fs";
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  parse,
  validate,
} from "graphql";
import { z } from "zod";
import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import { judgeData } from "./judge-data.ts";
import type { Mistake } from "./mistake.ts";

let built: GraphQLSchema | undefined;

/** GitHub's own schema. Two of its fields stand twice, so it is taken as it is. */
export function githubSchema(): GraphQLSchema {
  const path = new URL("./schema.graphql", import.meta.resolve("@octokit/graphql-schema"));
  built ??= buildSchema(readFileSync(path, "utf8"), { assumeValidSDL: true, noLocation: true });
  return built;
}

const Asked = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const Problem = z.looseObject({
  message: z.string().min(1),
  type: z.string().optional(),
  path: z.array(z.union([z.string(), z.int()])).optional(),
  locations: z.array(z.object({ line: z.int(), column: z.int() })).optional(),
});
const Answered = z.strictObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(Problem).min(1).optional(),
});

/** What is wrong with a document and the variables that are sent with it. */
export function judgeDocument(document: string, variables: Readonly<Record<string, unknown>>): string[] {
  const parsed = parseDocument(document);
  if (typeof parsed === "string") return [parsed];
  const mistakes = validate(githubSchema(), parsed).map(({ message }) => message);
  if (mistakes.length > 0) return mistakes;
  const operation = findOperation(parsed);
  const declared = operation?.variableDefinitions ?? [];
  const names = declared.map(({ variable }) => variable.name.value);
  const unknown = Object.keys(variables).filter((name) => !names.includes(name));
  const coerced = getVariableValues(githubSchema(), declared, variables);
  return [
    ...(coerced.errors ?? []).map(({ message }) => message),
    ...unknown.map((name) => `Variable "$${name}" is sent and not declared.`),
  ];
}

/** What is wrong with a request to GitHub's GraphQL API and with its answer. */
export function judgeGraphql(exchange: Exchange): Mistake[] {
  const { status, answerBody } = exchange;
  const asked = Asked.safeParse(parseJson(exchange.requestBody));
  if (!asked.success) return [{ what: "GraphQL", side: "request", at: "", message: asked.error.message }];
  const { query, variables } = asked.data;
  const what = nameDocument(query);
  const request = judgeDocument(query, variables ?? {}).map((message) => {
    return { what, side: "request" as const, at: "", message };
  });
  const answer = judgeAnswer(query, status, answerBody).map((message) => {
    return { what, side: "answer" as const, status, at: "", message };
  });
  return [...request, ...answer];
}

function judgeAnswer(document: string, status: number, text: string): string[] {
  if (status === 501) return [`was not learned by the sandbox: ${text}`];
  const json = parseJson(text);
  // The page of a gateway before GitHub.
  if (status >= 500 && json === undefined) return [];
  // What went wrong before the document was looked at is told as by REST.
  if (status !== 200)
    return z.looseObject({ message: z.string() }).safeParse(json).success ? [] : ["has no message"];
  const answered = Answered.safeParse(json);
  if (!answered.success) return [answered.error.message];
  const { data, errors } = answered.data;
  if (data === undefined || data === null) return errors ? [] : ["has neither data nor errors"];
  const parsed = parseDocument(document);
  return typeof parsed === "string" ? [] : judgeData(githubSchema(), parsed, data);
}

/** The name of a document; its first words when it has none. */
export function nameDocument(document: string): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? document.trim().slice(0, 40);
}

function findOperation(document: DocumentNode) {
  return document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
}

function parseDocument(document: string): DocumentNode | string {
  try {
    return parse(document);
  } catch (thrown) {
    return String(thrown);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
