import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import { facts, findBroken } from "./linkedin-facts.ts";
import type { Mistake } from "./mistake.ts";

/** What is wrong with a request to LinkedIn, and with its answer. */
export function judgeLinkedIn(exchange: Exchange): Mistake[] {
  const { method, path, status, answerBody } = exchange;
  const what = `${method} ${path}`;
  if (status === 501) return [{ what, side: "answer", status, at: "", message: answerBody }];
  const asked = what === "POST /rest/posts" ? judgePost(exchange) : [];
  return [
    ...asked.map((message): Mistake => ({ what, side: "request", at: "", message })),
    ...judgeAnswer(exchange).map((message): Mistake => ({ what, side: "answer", status, at: "", message })),
  ];
}

/** Where the address of the site is not known, a post has no card, and nothing is to be said of one. */
function judgePost({ method, path, requestHeaders, requestBody }: Exchange): string[] {
  const body = parseJson(requestBody);
  const hasCard = typeof body === "object" && body !== null && "content" in body;
  const wanted = facts.requests.filter(({ at }) => hasCard || !at.startsWith("body content"));
  return findBroken({ method, path, headers: requestHeaders, body }, wanted);
}

/** A refusal says something; a post that was created is named in a header, if anywhere, and has no content. */
function judgeAnswer({ method, path, status, answerHeaders, answerBody }: Exchange): string[] {
  if (status >= 400) return hasMessage(answerBody) ? [] : ["is a refusal without a message"];
  if (method !== "POST" || path !== "/rest/posts") return [];
  const urn = answerHeaders["x-restli-id"] ?? answerHeaders["x-linkedin-id"];
  const isNamed = urn === undefined || /^urn:li:(?:share|ugcPost):\d+$/.test(urn);
  return [...(answerBody === "" ? [] : ["has content"]), ...(isNamed ? [] : ["names no post"])];
}

function hasMessage(text: string): boolean {
  const said = parseJson(text);
  return typeof said === "object" && said !== null && "message" in said;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
