import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import type { Mistake } from "./mistake.ts";
import { type Complaint, openSlice } from "./slice.ts";

type Operation = {
  readonly method: string;
  readonly path: string;
  readonly body?: { readonly required: boolean; readonly schema: { readonly properties?: object } };
  /** A schema; null where GitHub describes no content. */
  readonly responses: Readonly<Record<string, object | null>>;
};

let opened: ReturnType<typeof openSlice<Operation>> | undefined;

/** GitHub's REST operations, as far as the slice has them. */
export function restContract() {
  opened ??= openSlice<Operation>("rest");
  return opened;
}

/** The operation that a method and a path without query mean, and its parameters. */
export function findOperation(method: string, path: string) {
  // The same operations under a repository's id; redirects lead there.
  const named = path.replace(/^\/repositories\/\d+(?=\/|$)/, "/repos/owner/repo");
  const found = Object.entries(restContract().entries)
    .filter(([, operation]) => operation.method === method)
    .flatMap(([id, operation]) => {
      const match = toPattern(operation.path).exec(named);
      return match ? [{ id, operation, parameters: decodeAll(match.groups ?? {}) }] : [];
    });
  // Of two that fit, the one with fewer parameters: `issues/comments/5` is no issue.
  return found.toSorted((a, b) => Object.keys(a.parameters).length - Object.keys(b.parameters).length)[0];
}

/** Paths of files and names of refs hold slashes, every other parameter is one segment. */
function toPattern(path: string): RegExp {
  // The folder at the top has no path, and no slash.
  const open = path.replace(/\/\{path\}$/, "(?:/(?<path>.*))?");
  const pattern = open.replaceAll(/\{(\w+)\}/g, (_, name) =>
    name === "ref" && path.includes("/git/") ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${pattern}$`);
}

function decodeAll(groups: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value = ""]) => [name, decodeURIComponent(value)]),
  );
}

/** What is wrong with a request to GitHub's REST API and with its answer. */
export function judgeRest(exchange: Exchange): Mistake[] {
  const url = new URL(exchange.path.replace(/^\/api\/v3/, ""), "https://host.invalid");
  const found = findOperation(exchange.method, url.pathname);
  if (!found) {
    const what = `${exchange.method} ${url.pathname}`;
    const message = "is in no slice of GitHub's document: see test/contracts/support/wanted.ts";
    return [{ what, side: "request", at: "", message }];
  }
  const place = ["entries", found.id];
  const { judge } = restContract();
  const asked = [
    ...judge([...place, "pathParameters"], found.parameters),
    ...judge([...place, "query"], Object.fromEntries(url.searchParams)),
    ...judgeBody(found.id, found.operation, exchange.requestBody),
  ];
  const { status } = exchange;
  return [
    ...asked.map(({ at, what }) => ({ what: found.id, side: "request" as const, at, message: what })),
    ...judgeAnswer(found.id, found.operation, exchange).map(({ at, what }) => {
      return { what: found.id, side: "answer" as const, status, at, message: what };
    }),
  ];
}

function judgeBody(id: string, { body }: Operation, text: string): readonly Complaint[] {
  if (text === "") return body?.required ? [{ at: "", what: "has no body" }] : [];
  const sent = parseJson(text);
  if (sent === undefined) return [{ at: "", what: "is not JSON" }];
  if (!body) return Object.keys(sent ?? {}).length === 0 ? [] : [{ at: "", what: "has a body" }];
  // GitHub takes no notice of a property that it does not know: what was meant by it does not happen.
  const known = body.schema.properties;
  const unknown = Object.keys(known && sent ? sent : {}).filter((key) => known && !(key in known));
  return [
    ...restContract().judge(["entries", id, "body", "schema"], sent),
    ...unknown.map((key) => ({ at: `/${key}`, what: "is no property that GitHub knows" })),
  ];
}

function judgeAnswer(id: string, { responses }: Operation, exchange: Exchange): readonly Complaint[] {
  const { status, answerBody, answerHeaders } = exchange;
  if (status === 501) return [{ at: "", what: `was not learned by the sandbox: ${answerBody}` }];
  const isJson = answerHeaders["content-type"]?.includes("json") ?? false;
  const described = responses[status];
  if (described === undefined && status < 300)
    return [{ at: "", what: "has a status that GitHub does not describe" }];
  if (described === null && status < 300 && answerBody !== "") return [{ at: "", what: "has content" }];
  if (answerBody === "" && (status < 300 || status === 304))
    return described ? [{ at: "", what: "has no content" }] : [];
  // A file as it stands, or the page of a gateway before GitHub.
  if (!isJson && (status < 300 || status >= 500)) return [];
  const answer = parseJson(answerBody);
  // GitHub's schema of an error asks for nothing at all.
  const said = status < 300 || hasMessage(answer) ? [] : [{ at: "", what: "is an error without a message" }];
  return [
    ...said,
    ...(described ? restContract().judge(["entries", id, "responses", String(status)], answer) : []),
  ];
}

function hasMessage(answer: unknown): boolean {
  return (
    typeof answer === "object" && answer !== null && "message" in answer && typeof answer.message === "string"
  );
}

function parseJson(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
