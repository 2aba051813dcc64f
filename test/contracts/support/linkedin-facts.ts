import { readFileSync } from "node:fs";

/** Something that a request to LinkedIn must be, and where that is documented or was seen. */
export type RequestFact = {
  fact: string;
  source: string;
  /** `line`, `header NAME` or `body KEY KEY …`. */
  at: string;
  equals?: string;
  matches?: string;
  maxLength?: number;
  /** The only keys that an object may have. */
  keys?: string[];
};

/** What LinkedIn answers to a request. The body must hold these values; others may stand beside them. */
export type AnswerFact = {
  fact: string;
  source: string;
  as?: "expired" | "revoked" | "withoutScope";
  request: {
    method: string;
    path: string;
    /** `{ post: … }` is a right post with these fields changed; null takes one out. */
    body?: Record<string, unknown>;
    headers?: Record<string, string>;
    without?: string[];
  };
  status: number;
  body?: unknown;
};

type Facts = {
  requests: RequestFact[];
  answers: AnswerFact[];
  /** Little text as it is sent, and as readers see it. */
  texts: { source: string; wire: string; readers: string }[];
};

export const facts: Facts = JSON.parse(readFileSync(new URL("../linkedin.json", import.meta.url), "utf8"));

/** A request as the sandbox wrote it down. */
export type SeenRequest = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
};

/** The facts that a request breaks, of all or of those that it is to keep. */
export function findBroken(request: SeenRequest, wanted: readonly RequestFact[] = facts.requests): string[] {
  return wanted.filter((fact) => !holds(request, fact)).map(({ fact }) => fact);
}

function holds(request: SeenRequest, fact: RequestFact): boolean {
  const value = valueAt(request, fact.at.split(" "));
  if (fact.keys) {
    const given = typeof value === "object" && value !== null ? Object.keys(value) : [];
    return given.length > 0 && given.every((key) => fact.keys?.includes(key));
  }
  if (typeof value !== "string") return false;
  if (fact.equals !== undefined && value !== fact.equals) return false;
  if (fact.matches !== undefined && !new RegExp(fact.matches, "u").test(value)) return false;
  return fact.maxLength === undefined || value.length <= fact.maxLength;
}

function valueAt(request: SeenRequest, [where, ...keys]: string[]): unknown {
  if (where === "line") return `${request.method} ${request.path}`;
  if (where === "header") return request.headers[keys[0] ?? ""];
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    request.body,
  );
}
