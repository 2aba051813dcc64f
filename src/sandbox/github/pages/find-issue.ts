import type { Issue, Repository } from "../state.ts";

/** The issue or pull request with this number in an address. */
export function findIssueByNumber(repository: Repository, number: string | undefined): Issue | undefined {
  return repository.issues.find((one) => String(one.number) === number);
}
