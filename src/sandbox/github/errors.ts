/** One line of the `errors` list of a REST 422. */
export type FieldError = { resource: string; code: string; field?: string; message?: string };

/** A refusal in the words of GitHub, for both of its languages. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  /** What GraphQL calls it; REST has no such word. */
  readonly type: string;
  readonly restMessage: string;
  readonly errors: readonly FieldError[] | undefined;

  constructor(refusal: {
    status: number;
    type: string;
    message: string;
    /** Where REST puts the sentence into `errors` and a general word on top. */
    restMessage?: string;
    errors?: readonly FieldError[];
  }) {
    super(refusal.message);
    this.status = refusal.status;
    this.type = refusal.type;
    this.restMessage = refusal.restMessage ?? refusal.message;
    this.errors = refusal.errors;
  }
}

/** Something that the sandbox has not learned; nothing of GitHub's own. It is answered with 501. */
export class UnknownOperationError extends Error {
  override readonly name = "UnknownOperationError";
}

/** What is not there, or not for these eyes: REST never says which. */
export function notFound(message = "Not Found"): ApiError {
  return new ApiError({ status: 404, type: "NOT_FOUND", message, restMessage: "Not Found" });
}

/** A node id that names nothing, or nothing that may be seen. */
export function noSuchNode(id: string): ApiError {
  return notFound(`Could not resolve to a node with the global id of '${id}'`);
}

/** A permission is missing (public thread daeuniverse/honk#149). */
export function notAccessible(): ApiError {
  return new ApiError({ status: 403, type: "FORBIDDEN", message: "Resource not accessible by integration" });
}

/** Check runs are written by Apps alone (public threads actions/github-script#118, EnricoMi/publish-unit-test-result-action#53). */
export function appsOnly(): ApiError {
  return new ApiError({
    status: 403,
    type: "FORBIDDEN",
    message: "You must authenticate via a GitHub App.",
  });
}

/** Public threads probot/stale#25, renovatebot/renovate#6215: Apps are refused as well. */
export function locked(): ApiError {
  const message = "Unable to create comment because issue is locked.";
  return new ApiError({ status: 403, type: "FORBIDDEN", message });
}

/** A ruleset of the repository stands in the way (renovatebot/renovate, `index.spec.ts`; public thread satisfactory-factories/application#67). GraphQL's word is a guess. */
export function ruleViolation(): ApiError {
  const message = "Repository rule violations found\n\nChanges must be made through a pull request.\n\n";
  return new ApiError({ status: 422, type: "UNPROCESSABLE", message });
}

/** Public threads hcengineering/platform#7639 and octokit.rb#1307. */
export function suspended(): ApiError {
  const message = "This installation has been suspended";
  return new ApiError({ status: 403, type: "FORBIDDEN", message });
}

/** A person without the role that the operation asks for. */
export function mustHaveRole(role: string): ApiError {
  return new ApiError({
    status: 403,
    type: "FORBIDDEN",
    message: `Must have ${role === "admin" ? "admin" : "push"} access to repository`,
  });
}

export function unauthorized(message: string): ApiError {
  return new ApiError({ status: 401, type: "UNAUTHORIZED", message });
}

/** REST: public thread r-universe#247; GraphQL: manage-your-labels#4. */
export function archived(): ApiError {
  return new ApiError({
    status: 403,
    type: "UNPROCESSABLE",
    message: "Repository was archived so is read-only.",
  });
}

/** A refusal that REST and GraphQL word the same way. */
export function unprocessable(message: string): ApiError {
  return new ApiError({ status: 422, type: "UNPROCESSABLE", message });
}

/** REST: a general word with one entry in `errors`; GraphQL: the sentence itself. */
export function validationFailed(message: string, error: FieldError): ApiError {
  return new ApiError({
    status: 422,
    type: "UNPROCESSABLE",
    message,
    restMessage: "Validation Failed",
    errors: [error],
  });
}

/** The two spaces are GitHub's (public threads modernisation-platform#11985, planetscale/ghcommit#153). */
export function staleHead(expectedOid: string): ApiError {
  return new ApiError({
    status: 409,
    type: "STALE_DATA",
    message: `Expected branch to point to "${expectedOid}" but it did not.  Pull and try again.`,
  });
}

const maxBodyLength = 65_536;

/** Refuses an issue without a title (several public clients quote the answer). */
export function checkIssueTitle(title: string): void {
  if (title.trim() !== "") return;
  throw validationFailed("Title can't be blank", {
    resource: "Issue",
    code: "missing_field",
    field: "title",
  });
}

/**
 * Refuses a comment without words (public thread marocchino/sticky-pull-request-comment#197), and one that is too
 * long (public threads telia-oss/github-pr-resource#259, ai-ticket#51).
 */
export function checkCommentBody(body: string): void {
  if (body.trim() === "") {
    const blank = "body cannot be blank";
    throw validationFailed("Body cannot be blank", {
      resource: "IssueComment",
      code: "custom",
      field: "body",
      message: blank,
    });
  }
  if (body.length <= maxBodyLength) return;
  const message = `Body is too long (maximum is ${maxBodyLength} characters)`;
  throw validationFailed(message, {
    resource: "IssueComment",
    code: "unprocessable",
    field: "data",
    message,
  });
}

/** Refuses an issue or pull request whose body is too long (public thread renovatebot/renovate#2032). */
export function checkIssueBody(body: string): void {
  if (body.length <= maxBodyLength) return;
  const limit = `is too long (maximum is ${maxBodyLength} characters)`;
  throw validationFailed(`Body ${limit}`, {
    resource: "Issue",
    code: "custom",
    field: "body",
    message: `body ${limit}`,
  });
}
