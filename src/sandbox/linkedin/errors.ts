/** A refusal as LinkedIn words it: an envelope of `status`, `code` and `message` (learn.microsoft.com, "Error handling"). */
export class LinkedInError extends Error {
  override readonly name = "LinkedInError";
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: { message: string } & Record<string, unknown>) {
    super(body.message);
    this.status = status;
    this.body = { ...body, status };
  }
}

/** A refusal of the body, with a word of the error table of the Posts API. */
export function badField(code: string, message: string): LinkedInError {
  return new LinkedInError(400, { code, message });
}

/** learn.microsoft.com, "API versioning". */
export function versionMissing(): LinkedInError {
  const message =
    "A version must be present. Please specify a version by adding the Linkedin-Version header.";
  return new LinkedInError(400, { code: "VERSION_MISSING", message });
}

/** The month comes back with a day (public threads n8n-io/n8n#14678, gitroomhq/postiz-app#2005). */
export function versionNotActive(version: string): LinkedInError {
  const message = `Requested version ${version.replace(/^(\d{6})$/, "$101")} is not active`;
  return new LinkedInError(426, { code: "NONEXISTENT_VERSION", message });
}

/** What is wrong with a token. The number 65602 is a guess that clients have handed on. */
export const tokenErrors = {
  missing: () =>
    new LinkedInError(401, { code: "EMPTY_ACCESS_TOKEN", message: "Empty or missing OAuth2 access token" }),
  // Public thread xcarpentier/react-native-linkedin#80.
  unknown: () =>
    new LinkedInError(401, {
      serviceErrorCode: 65600,
      code: "INVALID_ACCESS_TOKEN",
      message: "Invalid access token",
    }),
  // Public threads jclusso/omniauth-linkedin-openid#6, tomasvotava/fastapi-sso#196.
  revoked: () =>
    new LinkedInError(401, {
      serviceErrorCode: 65601,
      code: "REVOKED_ACCESS_TOKEN",
      message: "The token used in the request has been revoked by the user",
    }),
  expired: () =>
    new LinkedInError(401, {
      serviceErrorCode: 65602,
      code: "EXPIRED_ACCESS_TOKEN",
      message: "The token used in the request has expired",
    }),
} as const;

/** A scope or product is missing. Reading is refused to every self-serve App. */
export function accessDenied(method: string, version: string): LinkedInError {
  return new LinkedInError(403, {
    message: `Not enough permissions to access: partnerApiPostsExternal.${method}.${version.slice(0, 6)}01`,
    serviceErrorCode: 100,
    code: "ACCESS_DENIED",
  });
}

/** A field that nobody asked for. */
export function unpermittedField(path: string): LinkedInError {
  return new LinkedInError(403, {
    message: `Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/${path}]`,
    code: "ACCESS_DENIED",
  });
}

/** The token belongs to another member (public thread n8n-io/n8n#1714). */
export function wrongAuthor(): LinkedInError {
  return new LinkedInError(403, {
    serviceErrorCode: 100,
    message:
      "Field Value validation failed in REQUEST_BODY: Data Processing Exception while processing fields [/author]",
  });
}

/** The same text again within the window (public threads Arisamiga/Linkedin-RSS#5, ComposioHQ/composio#2710). */
export function duplicatePost(urn: string): LinkedInError {
  return new LinkedInError(422, {
    errorDetailType: "com.linkedin.common.error.BadRequest",
    message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
    errorDetails: {
      inputErrors: [{ description: "Duplicate post is detected", input: {}, code: "DUPLICATE_POST" }],
    },
  });
}

/** The daily counter is used up; no `Retry-After` comes with it (learn.microsoft.com, "Rate limiting"). */
export function throttled(): LinkedInError {
  return new LinkedInError(429, {
    message: "Resource level throttle APPLICATION DAY limit for calls to this resource is reached.",
    serviceErrorCode: 101,
    code: "TOO_MANY_REQUESTS",
  });
}

export function conflict(): LinkedInError {
  return new LinkedInError(409, {
    code: "CONFLICT",
    message: "A write conflict occurred. Retry the request.",
  });
}

export function serverError(status: 500 | 503): LinkedInError {
  return status === 500
    ? new LinkedInError(500, { code: "INTERNAL_SERVER_ERROR", message: "Internal Server Error" })
    : new LinkedInError(503, { code: "SERVICE_UNAVAILABLE", message: "Service Unavailable" });
}
