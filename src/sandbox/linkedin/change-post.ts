import { z } from "zod";
import type { Outcome, ServedRequest } from "../service.ts";
import { checkCommentary } from "./check-post.ts";
import type { Feed, LinkedInPost } from "./create-post.ts";
import { accessDenied, badField, LinkedInError, unpermittedField } from "./errors.ts";
import { headerOf, requireAccount, requireProtocol } from "./gates.ts";
import { renderLittleText } from "./little-text.ts";
import { requireVersion } from "./version.ts";

const Patch = z.object({ patch: z.object({ $set: z.record(z.string(), z.unknown()) }) });
const nothing = { status: 204, headers: {}, body: Buffer.alloc(0) };

/** `DELETE /rest/posts/{urn}`: 204, the second time too (LinkedIn's Postman collection, "Delete Posts"). */
export function deletePost(feed: Feed, request: ServedRequest): Outcome {
  const post = findOwn(feed, request, "DELETE");
  if (post) feed.posts.splice(feed.posts.indexOf(post), 1);
  return { answer: nothing };
}

/** `POST /rest/posts/{urn}` with `X-RestLi-Method: PARTIAL_UPDATE`: the text may change, the card may not. That it answers 204 is a guess. */
export function updatePost(feed: Feed, request: ServedRequest): Outcome {
  if (headerOf(request, "x-restli-method") !== "PARTIAL_UPDATE") {
    throw badField("BAD_REQUEST", "The sandbox wants the header X-RestLi-Method: PARTIAL_UPDATE");
  }
  const post = findOwn(feed, request, "PARTIAL_UPDATE");
  if (!post) throw new LinkedInError(404, { code: "NOT_FOUND", message: "Could not find entity" });
  const parsed = Patch.safeParse(request.body);
  if (!parsed.success) throw badField("MISSING_FIELD", "patch is required but missing");
  const { commentary, ...others } = parsed.data.patch.$set;
  const [other] = Object.keys(others);
  if (other !== undefined) throw unpermittedField(`patch/$set/${other}`);
  const text = checkCommentary(commentary);
  feed.posts[feed.posts.indexOf(post)] = { ...post, commentary: text, rendered: renderLittleText(text) };
  return { answer: nothing };
}

/** The post that a path names, if it is the member's own. A URN that is not percent-encoded is refused (public thread PipedreamHQ/pipedream#18400). */
function findOwn(feed: Feed, request: ServedRequest, method: string): LinkedInPost | undefined {
  const version = requireVersion(headerOf(request, "linkedin-version"), feed.now());
  requireProtocol(request);
  const account = requireAccount(feed, request);
  if (!account.mayPost) throw accessDenied(method, version);
  const name = request.path.replace(/^\/rest\/posts\//, "").split("?")[0] ?? "";
  if (name.includes(":")) throw badField("INVALID_URN_ID", "The URN ID provided is invalid");
  const urn = decodeURIComponent(name);
  return feed.posts.find((one) => one.urn === urn && one.author === account.author);
}
