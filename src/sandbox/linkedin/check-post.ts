import { badField, LinkedInError, unpermittedField } from "./errors.ts";

export type Article = { source: string; title: string; description?: string; thumbnail?: string };

/** The body of a post after it was checked. */
export type PostBody = {
  author: string;
  commentary: string;
  visibility: string;
  lifecycleState: string;
  content?: { article: Article };
};

type Check = (field: string, value: unknown) => void;
type Field = { check: Check; required: boolean };

const commentary = text(3000);

/**
 * The fields of "Posts API Schema" (learn.microsoft.com) that a text with an article may have.
 * Media, polls and the like are not learned yet; how the error texts name a nested field is not known, so its path is given.
 */
const post = record({
  author: required(urn(["person", "organization"])),
  commentary: required(commentary),
  visibility: required(oneOf(["PUBLIC", "CONNECTIONS", "LOGGED_IN", "CONTAINER"])),
  distribution: required(
    record({
      feedDistribution: required(oneOf(["MAIN_FEED", "NONE"])),
      targetEntities: optional(list),
      thirdPartyDistributionChannels: optional(list),
    }),
  ),
  // "The only accepted field during creation": there are no drafts and there is no schedule.
  lifecycleState: required(oneOf(["PUBLISHED"])),
  isReshareDisabledByAuthor: optional(oneOf([true, false])),
  content: optional(
    record({
      article: required(
        record({
          source: required(webAddress),
          title: required(text(400)),
          description: optional(text(4086, { mayBeBlank: true })),
          thumbnail: optional(urn(["image"])),
          thumbnailAltText: optional(text(4086, { mayBeBlank: true })),
        }),
      ),
    }),
  ),
});

/** The body if LinkedIn would take it; throws its refusal of the first field that it would not. */
export function checkPost(body: unknown): PostBody {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new LinkedInError(400, { message: "Invalid request body: a JSON object is expected" });
  }
  post("", body);
  return body as PostBody;
}

/** The text of a post if LinkedIn would take it. */
export function checkCommentary(value: unknown): string {
  commentary("commentary", value);
  return String(value);
}

function required(check: Check): Field {
  return { check, required: true };
}

function optional(check: Check): Field {
  return { check, required: false };
}

function record(fields: Readonly<Record<string, Field>>): Check {
  return (field, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw badValue(field, value);
    const at = (key: string) => (field === "" ? key : `${field}/${key}`);
    const given: Readonly<Record<string, unknown>> = { ...value };
    for (const key of Object.keys(given)) if (!(key in fields)) throw unpermittedField(at(key));
    for (const [key, { check, required: needed }] of Object.entries(fields)) {
      const one = given[key];
      if (one !== undefined && one !== null) check(at(key), one);
      else if (needed) throw badField("MISSING_FIELD", `${at(key)} is required but missing`);
    }
  };
}

/** Lengths are counted in UTF-16 units of what was sent, escapes included: the strictest reading of "3,000 characters". */
function text(max: number, { mayBeBlank = false } = {}): Check {
  return (field, value) => {
    if (typeof value !== "string") throw badValue(field, value);
    if (!mayBeBlank && value.trim() === "")
      throw badField("INVALID_VALUE_BLANK_FIELD", `${field} can't be blank`);
    if (value.length > max) {
      const message = `${field} length ${value.length} can't exceeded maximum ${max} length`;
      throw badField("FIELD_LENGTH_TOO_LONG", message);
    }
  };
}

function urn(types: readonly string[]): Check {
  return (field, value) => {
    const [, type = "", id = ""] = /^urn:li:(\w+):(.*)$/.exec(String(value)) ?? [];
    if (!types.includes(type)) {
      throw badField("INVALID_URN_TYPE", `${field} value ${value} must be a ${types.join(" or ")} URN`);
    }
    if (!/^[\w-]+$/.test(id)) throw badField("INVALID_URN_ID", "The URN ID provided is invalid");
  };
}

function oneOf(values: readonly unknown[]): Check {
  return (field, value) => {
    if (!values.includes(value)) throw badValue(field, value);
  };
}

function list(field: string, value: unknown): void {
  if (!Array.isArray(value)) throw badValue(field, value);
}

function webAddress(field: string, value: unknown): void {
  if (typeof value !== "string" || !/^https?:$/.test(URL.parse(value)?.protocol ?? "")) {
    throw badValue(field, value);
  }
}

function badValue(field: string, value: unknown): LinkedInError {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return badField("INVALID_VALUE_FOR_FIELD", `${field} can't be set to ${shown}`);
}
