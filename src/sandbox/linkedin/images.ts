import { z } from "zod";
import { jsonAnswer } from "../http-answer.ts";
import type { Outcome, ServedRequest } from "../service.ts";
import type { Feed } from "./create-post.ts";
import { accessDenied, badField, LinkedInError, wrongAuthor } from "./errors.ts";
import { headerOf, requireAccount, requireProtocol } from "./gates.ts";
import { requireVersion } from "./version.ts";

/** A picture that was announced, and perhaps uploaded. */
export type Image = { urn: string; owner: string; uploaded: boolean };

const Body = z.object({ initializeUploadRequest: z.object({ owner: z.string() }) });

/** An address for an upload is good for this long here; LinkedIn only says when it ends. */
const uploadLifeMs = 86_400_000;

/** `POST /rest/images?action=initializeUpload`: a name for a picture, and where its bytes go ("Images API", learn.microsoft.com). */
export function initializeUpload(feed: Feed, request: ServedRequest, uploadsUrl: string): Outcome {
  const version = requireVersion(headerOf(request, "linkedin-version"), feed.now());
  requireProtocol(request);
  const account = requireAccount(feed, request);
  if (!account.mayPost) throw accessDenied("CREATE", version);
  const body = Body.safeParse(request.body);
  if (!body.success) throw badField("MISSING_FIELD", "owner is required but missing");
  const { owner } = body.data.initializeUploadRequest;
  if (owner !== account.author) throw wrongAuthor();
  const id = `C4E10AQ${String(feed.images.length + 1).padStart(12, "0")}`;
  const image: Image = { urn: `urn:li:image:${id}`, owner, uploaded: false };
  feed.images.push(image);
  const value = {
    uploadUrlExpiresAt: feed.now().getTime() + uploadLifeMs,
    uploadUrl: `${uploadsUrl}/${id}`,
    image: image.urn,
  };
  return { answer: jsonAnswer(200, { value }) };
}

/** `PUT` of the raw bytes, in one request and with the token: 201 and an empty body ("Vector Asset API", learn.microsoft.com). */
export function uploadImage(feed: Feed, request: ServedRequest): Outcome {
  requireAccount(feed, request);
  const id = request.path.split("/").at(-1);
  const image = feed.images.find(({ urn }) => urn === `urn:li:image:${id}`);
  if (!image) throw new LinkedInError(404, { code: "NOT_FOUND", message: "Could not find entity" });
  if (request.text === "") throw badField("BAD_REQUEST", "The sandbox wants the bytes of a picture");
  image.uploaded = true;
  return { answer: { status: 201, headers: {}, body: Buffer.alloc(0) } };
}

/** A token that may only post cannot look at pictures ("Images API", learn.microsoft.com). */
export function refuseImage(feed: Feed, request: ServedRequest): LinkedInError {
  requireVersion(headerOf(request, "linkedin-version"), feed.now());
  requireAccount(feed, request);
  const message =
    "Accessing this image resource is forbidden. Please check your permissions for this resource";
  return new LinkedInError(403, { code: "ACCESS_DENIED", message });
}

/** The picture of a post: known, its author's own, and there (the error table of the Posts API). */
export function requireImage(feed: Feed, urn: string, author: string): void {
  const image = feed.images.find((one) => one.urn === urn);
  if (!image) throw badField("INVALID_IMAGE_ID", "This Image ID is invalid");
  if (image.owner !== author) {
    throw badField("INVALID_CONTENT_OWNERSHIP", "Content(s) you provided must be owned by post author");
  }
  if (!image.uploaded)
    throw badField("MEDIA_ASSET_WAITING_UPLOAD", "The media asset is waiting for its upload");
}
