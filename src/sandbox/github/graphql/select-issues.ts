import { UnknownOperationError } from "../errors.ts";
import type { Issue, Repository } from "../state.ts";
import type { Page } from "./connection.ts";

/** The arguments of `Repository.issues` that are known here. */
export type IssueFilter = Page & {
  labels?: string[] | null;
  states?: string[] | null;
  orderBy?: { field: string; direction: "ASC" | "DESC" } | null;
  filterBy?: unknown;
};

/** Issues without pull requests; one that has any of the labels is in. The oldest come first unless asked otherwise. */
export function selectIssues(repository: Repository, filter: IssueFilter): Issue[] {
  const { labels, states, orderBy } = filter;
  if (filter.filterBy || (orderBy && orderBy.field !== "CREATED_AT"))
    throw new UnknownOperationError("The sandbox lists issues by CREATED_AT alone");
  const wanted = labels?.map((name) => name.toLowerCase());
  const found = repository.issues
    .filter((one) => !one.pull)
    .filter((one) => !states || states.includes(one.state.toUpperCase()))
    .filter((one) => !wanted || one.labels.some(({ name }) => wanted.includes(name.toLowerCase())));
  return orderBy?.direction === "DESC" ? found.toReversed() : found;
}
