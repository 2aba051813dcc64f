import { randomBytes, randomUUID } from "node:crypto";
import type { Exchanges } from "../exchanges.ts";
import { jsonAnswer } from "../http-answer.ts";
import type { InterceptorOf } from "../interceptors.ts";
import { createService, type Outcome, type ServedRequest, type Service } from "../service.ts";
import { deletePost, updatePost } from "./change-post.ts";
import { createPost, type Feed, type LinkedInPost } from "./create-post.ts";
import { accessDenied, LinkedInError } from "./errors.ts";
import { createFaults, type LinkedInFaultInput } from "./faults.ts";
import { requireAccount } from "./gates.ts";
import { getUserinfo } from "./identity.ts";
import { initializeUpload, refuseImage, uploadImage } from "./images.ts";
import { requireVersion } from "./version.ts";

/** A LinkedIn of our own: one member, whose App was approved for "Share on LinkedIn" and nothing else. */
export type LinkedIn = {
  /** What takes the place of `https://api.linkedin.com`. */
  readonly url: string;
  readonly accessToken: string;
  /** The member of `accessToken`, as a URN. */
  readonly author: string;
  readonly tokens: Readonly<Record<"active" | "expired" | "revoked" | "withoutScope", string>>;
  /** What readers see, oldest first. */
  posts(): readonly LinkedInPost[];
  requests(): readonly Readonly<ServedRequest>[];
  /** Lets calls that create a post go wrong: see `faults.ts`. */
  setFault(fault: LinkedInFaultInput | undefined): void;
  /** Lets somebody stand at the moments of every request; returns how to leave. */
  intercept(interceptor: InterceptorOf<ServedRequest>): () => void;
};

const prefix = "/linkedin";
const author = "urn:li:person:sAnDb0x8M1";

/** LinkedIn below `/linkedin` of a host whose address is known later. */
export function createLinkedIn(
  exchanges: Exchanges,
  now: () => Date,
): { service: Service; at(hostUrl: string): LinkedIn } {
  const tokens = { active: token(), expired: token(), revoked: token(), withoutScope: token() };
  const feed: Feed = {
    accounts: [
      { token: tokens.active, author, state: "active", mayPost: true },
      { token: tokens.expired, author, state: "expired", mayPost: true },
      { token: tokens.revoked, author, state: "revoked", mayPost: true },
      { token: tokens.withoutScope, author, state: "active", mayPost: false },
    ],
    posts: [],
    created: 0,
    images: [],
    faults: createFaults(),
    now,
  };
  const service = createService({ prefix, service: "linkedin", exchanges }, (request) =>
    answer(feed, request),
  );
  return {
    service,
    at: (hostUrl) => ({
      url: hostUrl + prefix,
      accessToken: tokens.active,
      author,
      tokens,
      posts: () => feed.posts,
      requests: () => service.requests,
      setFault: (fault) => feed.faults.set(fault),
      intercept: service.intercept,
    }),
  };
}

/** About as long as LinkedIn's own, so that nobody keeps one in a short column. */
function token(): string {
  return `AQ${randomBytes(260).toString("base64url")}`;
}

function answer(feed: Feed, request: ServedRequest): Outcome {
  try {
    const outcome = act(feed, request);
    if (outcome.answer !== "drop") Object.assign(outcome.answer.headers, commonHeaders());
    return outcome;
  } catch (error) {
    if (error instanceof LinkedInError) {
      return { answer: jsonAnswer(error.status, error.body, commonHeaders()) };
    }
    throw error;
  }
}

function act(feed: Feed, request: ServedRequest): Outcome {
  const { method, path } = request;
  if (method === "POST" && path === "/rest/posts") return createPost(feed, request);
  if (method === "GET" && path.startsWith("/rest/posts")) throw refuseReading(feed, request);
  if (method === "POST" && path.startsWith("/rest/posts/")) return updatePost(feed, request);
  if (method === "DELETE" && path.startsWith("/rest/posts/")) return deletePost(feed, request);
  if (method === "POST" && path === "/rest/images?action=initializeUpload") {
    return initializeUpload(feed, request, `http://${request.headers.host}${prefix}/dms-uploads`);
  }
  if (method === "PUT" && path.startsWith("/dms-uploads/")) return uploadImage(feed, request);
  if (method === "GET" && path.startsWith("/rest/images/")) throw refuseImage(feed, request);
  if (method === "GET" && path === "/v2/userinfo") return getUserinfo(feed, request);
  return { answer: jsonAnswer(501, { message: `The sandbox does not know ${method} ${path} of LinkedIn` }) };
}

/** Posts can be written but not read with what "Share on LinkedIn" gives: nothing can be looked up afterwards. */
function refuseReading(feed: Feed, request: ServedRequest): LinkedInError {
  const version = requireVersion(String(request.headers["linkedin-version"] ?? ""), feed.now());
  requireAccount(feed, request);
  const finder = new URLSearchParams(request.path.split("?")[1]).get("q");
  return accessDenied(finder === null ? "GET" : `FINDER-${finder}`, version);
}

function commonHeaders(): Record<string, string> {
  return {
    "x-li-uuid": randomBytes(12).toString("base64"),
    "x-li-request-id": randomUUID(),
    "x-li-fabric": "sandbox",
  };
}
