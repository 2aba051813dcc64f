import type { LinkedIn } from "../../../src/sandbox/linkedin/linkedin.ts";

export type PostAnswer = { status: number; urn: string | null; headers: Headers; body: unknown };
type More = { headers?: Record<string, string | undefined>; signal?: AbortSignal; raw?: string };

/** A version that is active this month. */
export function thisMonth(): string {
  return new Date().toISOString().slice(0, 7).replace("-", "");
}

/** The body of a post that LinkedIn takes. */
export function postBody(linkedin: LinkedIn, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    author: linkedin.author,
    commentary: "We talked about the sea.",
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: false,
    ...more,
  };
}

/** One call that creates a post; a header that is undefined is left out. */
export async function createPost(linkedin: LinkedIn, body: unknown, more: More = {}): Promise<PostAnswer> {
  const headers: Record<string, string | undefined> = {
    authorization: `Bearer ${linkedin.accessToken}`,
    "linkedin-version": thisMonth(),
    "x-restli-protocol-version": "2.0.0",
    "content-type": "application/json",
    ...more.headers,
  };
  const response = await fetch(`${linkedin.url}/rest/posts`, {
    method: "POST",
    headers: Object.entries(headers).filter((one): one is [string, string] => one[1] !== undefined),
    body: more.raw ?? JSON.stringify(body),
    ...(more.signal ? { signal: more.signal } : {}),
  });
  const text = await response.text();
  return {
    status: response.status,
    urn: response.headers.get("x-restli-id"),
    headers: response.headers,
    body: text === "" ? "" : JSON.parse(text),
  };
}
