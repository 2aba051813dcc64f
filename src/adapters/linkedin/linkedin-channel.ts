import { z } from "zod";
import type { Announcement, Channel, SendResult } from "../../ports/channel.ts";
import { escapeLittleText } from "./little-text.ts";

/** What a deployment knows of LinkedIn. */
export type LinkedInAccount = {
  readonly apiUrl: string;
  readonly accessToken: string;
  /** `urn:li:person:…` or `urn:li:organization:…` */
  readonly author: string;
  /** `YYYYMM`; a version dies about a year after its month. */
  readonly version: string;
  /** `owner/name` in lower case: who may use this account. */
  readonly repositories: readonly string[];
};

/** A request that hangs longer has an unknown outcome. */
const timeoutMs = 30_000;

/** LinkedIn documents 3,000 for a post's text; whether backslashes count is not known, so they do here. */
const mostCharacters = 3_000;

/** The most that a card takes ("Posts API schema", learn.microsoft.com). */
const mostTitle = 400;
const mostDescription = 4_000;

/** The LinkedIn channel. One POST to the Posts API and nothing else: it offers no way to ask what became of it. */
export function createLinkedInChannel(account: LinkedInAccount | null): Channel {
  return {
    isConnected: (repository) => account?.repositories.includes(repository.toLowerCase()) ?? false,
    measure: (text) => ({ length: escapeLittleText(text).length, most: mostCharacters }),
    async send(announcement) {
      if (!account) return { kind: "failed", reason: "LinkedIn is not connected." };
      try {
        const response = await fetch(`${account.apiUrl}/rest/posts`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${account.accessToken}`,
            "linkedin-version": account.version,
            "x-restli-protocol-version": "2.0.0",
            "content-type": "application/json",
          },
          body: JSON.stringify(renderPost(announcement, account.author)),
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
        });
        return await describeAnswer(response);
      } catch (thrown) {
        return describeBreak(thrown);
      }
    },
  };
}

function renderPost({ text, card }: Announcement, author: string): object {
  const article = card && {
    source: card.url,
    title: cut(card.title, mostTitle),
    description: cut(card.description, mostDescription),
  };
  return {
    author,
    commentary: escapeLittleText(text),
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: false,
    ...(article ? { content: { article } } : {}),
  };
}

/** Cut to `most` UTF-16 units, and never inside of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
}

const ErrorBody = z.looseObject({ code: z.string().optional() }).catch({});

/** The URN stands only in a header, under either of two names. Without it the post is there and nobody can name it. */
async function describeAnswer(response: Response): Promise<SendResult> {
  const { status, headers } = response;
  if (status === 201) {
    const urn = (headers.get("x-restli-id") || headers.get("x-linkedin-id") || "").replaceAll(/%3A/gi, ":");
    if (!/^urn:li:(?:share|ugcPost):\d+$/.test(urn)) {
      return { kind: "unknown", reason: "LinkedIn accepted the post but did not say which one it is." };
    }
    return { kind: "sent", url: `https://www.linkedin.com/feed/update/${urn}/` };
  }
  if (status < 400) {
    return {
      kind: "unknown",
      reason: `LinkedIn answered ${status}, which does not say whether it has the post.`,
    };
  }
  const text = await response.text().catch(() => "");
  if (status >= 500)
    return { kind: "unknown", reason: `LinkedIn failed with ${status} after it had the request.` };
  // What LinkedIn has already may be this very announcement, sent before by an answer that was lost.
  if ([400, 409, 422].includes(status) && /duplicate/i.test(text))
    return { kind: "unknown", reason: "LinkedIn says that this very text was posted a short while ago." };
  return { kind: "failed", reason: explain(status, parse(text)) };
}

function parse(text: string): z.infer<typeof ErrorBody> {
  try {
    return ErrorBody.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** What a person does next. LinkedIn's own words are not shown: they can repeat what was sent. */
function explain(status: number, { code }: z.infer<typeof ErrorBody>): string {
  if (status === 401)
    return "LinkedIn no longer accepts the access token: make a new one and set LINKEDIN_ACCESS_TOKEN.";
  if (status === 403)
    return "LinkedIn does not let this token post as LINKEDIN_AUTHOR: it needs w_member_social for that very member.";
  if (status === 426) return "LinkedIn has retired the API version: set LINKEDIN_VERSION to a newer month.";
  if (status === 429) return "LinkedIn's limit of posts for today is reached: try again after midnight UTC.";
  return `LinkedIn refused the post (${status}${code && /^[A-Z_]{1,60}$/.test(code) ? ` ${code}` : ""}).`;
}

/** Before a connection stood nothing can have been sent; after that nobody knows. */
function describeBreak(thrown: unknown): SendResult {
  const cause =
    thrown instanceof Error && typeof thrown.cause === "object" && thrown.cause !== null ? thrown.cause : {};
  const code = "code" in cause ? String(cause.code) : "";
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code)) {
    return { kind: "failed", reason: "LinkedIn could not be reached, so nothing was sent." };
  }
  return { kind: "unknown", reason: "The connection to LinkedIn broke before it answered." };
}
