import type { IncomingHttpHeaders } from "node:http";
import { jsonAnswer } from "../http-answer.ts";
import type { Outcome, ServedRequest } from "../service.ts";
import { type Article, checkPost, type PostBody } from "./check-post.ts";
import {
  accessDenied,
  conflict,
  duplicatePost,
  LinkedInError,
  serverError,
  throttled,
  wrongAuthor,
} from "./errors.ts";
import type { FaultKind, Faults } from "./faults.ts";
import { headerOf, requireAccount, requireProtocol } from "./gates.ts";
import { type Image, requireImage } from "./images.ts";
import { renderLittleText } from "./little-text.ts";
import { requireVersion } from "./version.ts";

export type LinkedInPost = {
  readonly urn: string;
  readonly author: string;
  /** As it was received: little text. */
  readonly commentary: string;
  /** As readers see it. */
  readonly rendered: string;
  readonly article: Article | undefined;
  readonly visibility: string;
  /** The headers of the request that made it. */
  readonly headers: IncomingHttpHeaders;
  readonly createdAt: string;
};

export type Account = {
  readonly token: string;
  readonly author: string;
  readonly state: "active" | "expired" | "revoked";
  readonly mayPost: boolean;
};

/** Everything that this LinkedIn knows. */
export type Feed = {
  readonly accounts: readonly Account[];
  readonly posts: LinkedInPost[];
  /** How many there ever were: a deleted post keeps its number. */
  created: number;
  readonly images: Image[];
  readonly faults: Faults;
  now(): Date;
};

/** docs of the older UGC API: "Wait 10 minutes for the duplicate restriction to expire". Longer ones were seen. */
const duplicateWindowMs = 600_000;

/** `POST /rest/posts`: the gates in the order in which a request is looked at (the order is a guess), then the post. */
export function createPost(feed: Feed, request: ServedRequest): Outcome {
  const fault = feed.faults.next();
  const version = requireVersion(headerOf(request, "linkedin-version"), feed.now());
  requireProtocol(request);
  const account = requireAccount(feed, request, fault?.kind);
  if (!account.mayPost) throw accessDenied("CREATE", version);
  if (fault?.kind === "rate-limited") throw throttled();
  const body = checkPost(request.body);
  requireAuthor(account, body.author);
  const { thumbnail } = body.content?.article ?? {};
  if (thumbnail !== undefined) requireImage(feed, thumbnail, body.author);
  checkNotTwice(feed, body);
  if (fault?.kind === "reset") return { answer: "drop" };
  if (fault?.kind === "conflict") throw conflict();
  if (fault?.kind === "error-500") throw serverError(500);
  if (fault?.kind === "unavailable-503") throw serverError(503);
  const post = publish(feed, body, request);
  return {
    ...answerCreated(post, fault?.kind),
    ...(fault?.kind === "slow" ? { delayMs: fault.delayMs } : {}),
  };
}

function requireAuthor(account: Account, author: string): void {
  if (author === account.author) return;
  if (author.startsWith("urn:li:organization:")) {
    const message = "Organization permissions must be used when using organization as author";
    throw new LinkedInError(400, { message });
  }
  throw wrongAuthor();
}

function checkNotTwice(feed: Feed, body: PostBody): void {
  const since = feed.now().getTime() - duplicateWindowMs;
  const earlier = feed.posts.findLast(
    (one) =>
      one.author === body.author &&
      one.commentary === body.commentary &&
      one.article?.source === body.content?.article.source &&
      Date.parse(one.createdAt) > since,
  );
  if (earlier) throw duplicatePost(earlier.urn);
}

function publish(feed: Feed, body: PostBody, request: ServedRequest): LinkedInPost {
  const { author, commentary, visibility } = body;
  feed.created += 1;
  const post: LinkedInPost = {
    urn: `urn:li:share:${7_480_000_000_000_000_000n + BigInt(feed.created)}`,
    author,
    commentary,
    rendered: renderLittleText(commentary),
    article: body.content?.article,
    visibility,
    headers: request.headers,
    createdAt: feed.now().toISOString(),
  };
  feed.posts.push(post);
  return post;
}

/** 201 with an empty body: the URN stands in a header and nowhere else. */
function answerCreated(post: LinkedInPost, fault: FaultKind | undefined): Outcome {
  if (fault === "created-then-reset") return { answer: "drop" };
  if (fault === "created-then-500") {
    const { status, body } = serverError(500);
    return { answer: jsonAnswer(status, body) };
  }
  const names: Partial<Record<FaultKind, string[]>> = {
    "created-without-id": [],
    "created-with-linkedin-id": ["x-linkedin-id"],
  };
  const name = (fault && names[fault]) ?? ["x-restli-id"];
  const headers = Object.fromEntries(name.map((one) => [one, post.urn]));
  return { answer: { status: 201, headers, body: Buffer.alloc(0) } };
}
