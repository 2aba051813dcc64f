import { jsonAnswer } from "../http-answer.ts";
import type { Outcome, ServedRequest } from "../service.ts";
import type { Feed } from "./create-post.ts";
import { requireAccount } from "./gates.ts";

/** `GET /v2/userinfo`: who the token speaks for; its `sub` is the person of the author's URN ("Sign In with LinkedIn using OpenID Connect", learn.microsoft.com). No version is asked for. */
export function getUserinfo(feed: Feed, request: ServedRequest): Outcome {
  const account = requireAccount(feed, request);
  const body = {
    sub: account.author.replace("urn:li:person:", ""),
    name: "Maya Sandbox",
    given_name: "Maya",
    family_name: "Sandbox",
    locale: { country: "US", language: "en" },
  };
  return { answer: jsonAnswer(200, body) };
}
