import { ApiError } from "../errors.ts";

export type Page = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
};

/**
 * A connection with GitHub's bounds: `first` or `last` must be given and lie between 1 and 100
 * (docs.github.com, "Rate limits and query limits for the GraphQL API").
 */
export function connection<Node extends object>(name: string, nodes: readonly Node[], page: Page) {
  const size = page.first ?? page.last;
  if (size === undefined || size === null) {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw new ApiError({ status: 422, type: "MISSING_PAGINATION_BOUNDARIES", message });
  }
  if (size < 1 || size > 100) {
    const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`first\` limit of 100 records.`;
    throw new ApiError({ status: 422, type: "EXCESSIVE_PAGINATION", message });
  }
  const from = page.after ? Number(Buffer.from(page.after, "base64").toString()) : 0;
  const to = page.before ? Number(Buffer.from(page.before, "base64").toString()) - 1 : nodes.length;
  const start = page.first === undefined || page.first === null ? Math.max(from, to - size) : from;
  const shown = nodes.slice(start, Math.min(to, start + size));
  const cursor = (index: number) => Buffer.from(String(index + 1)).toString("base64");
  return {
    nodes: shown,
    edges: shown.map((node, index) => ({ node, cursor: cursor(start + index) })),
    totalCount: nodes.length,
    pageInfo: {
      hasNextPage: start + shown.length < nodes.length,
      hasPreviousPage: start > 0,
      startCursor: shown.length > 0 ? cursor(start) : null,
      endCursor: shown.length > 0 ? cursor(start + shown.length - 1) : null,
    },
  };
}
