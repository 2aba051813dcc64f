import type { Mistake } from "./mistake.ts";

/** Where GitHub itself does not keep to its documents, and what is so there. */
export type Allowance = {
  readonly what: RegExp;
  readonly side: Mistake["side"];
  readonly at: RegExp;
  readonly message: RegExp;
  readonly reason: string;
};

/** Only what is known of GitHub itself stands here; what is wrong with the sandbox is mended there. */
export const allowances: readonly Allowance[] = [
  {
    what: /^apps\/list-installations$/,
    side: "answer",
    at: /^\/\d+\/account$/,
    message: /'(?:name|slug|created_at|updated_at)'$|must be null|a schema in anyOf/,
    reason:
      "The document wants an account that is a user and an enterprise at once (allOf); for one installation it wants either (anyOf), and that is what the list holds.",
  },
  {
    what: /^repos\/(?:create-or-update-file-contents|delete-file)$/,
    side: "answer",
    at: /^$/,
    message: /exactly one schema in oneOf/,
    reason:
      "A 409 is a basic error or a broken rule of the repository, and neither schema asks for anything, so that each error is both.",
  },
  {
    what: /^push$/,
    side: "webhook",
    at: /^\/(?:pusher|(?:head_commit|commits\/\d+)\/(?:author|committer))\/email$/,
    message: /format "email"/,
    reason:
      "A bot's address is 49699333+dependabot[bot]@users.noreply.github.com, and brackets are in no address of RFC 5321.",
  },
];

/** Whether an allowance speaks of this mistake. */
export function isAllowedBy(allowance: Allowance, { what, side, at, message }: Mistake): boolean {
  return (
    allowance.what.test(what) &&
    allowance.side === side &&
    allowance.at.test(at) &&
    allowance.message.test(message)
  );
}

/** The mistakes that are not GitHub's own. */
export function withoutAllowed(mistakes: readonly Mistake[]): Mistake[] {
  return mistakes.filter((mistake) => !allowances.some((allowance) => isAllowedBy(allowance, mistake)));
}
