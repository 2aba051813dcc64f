import { ruleViolation } from "./errors.ts";
import type { Repository } from "./state.ts";

/** Refuses a push to a branch that is changed through pull requests only. */
export function requireUnprotected(repository: Repository, ref: string): void {
  const branch = ref.replace(/^refs\/heads\//, "");
  if (repository.protectedBranches.some((pattern) => matches(pattern, branch))) throw ruleViolation();
}

function matches(pattern: string, branch: string): boolean {
  const expression = pattern
    .split("*")
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return new RegExp(`^${expression}$`).test(branch);
}
