import { posix } from "node:path";

/** The path from the top of the repository that a symbolic link points to; null when it leaves the repository. */
export function resolveLink(path: string, target: string): string | null {
  if (target === "" || target.includes("\0") || posix.isAbsolute(target)) return null;
  const resolved = posix.join(posix.dirname(path), target).replace(/\/+$/, "");
  return resolved === "." || resolved === ".." || resolved.startsWith("../") ? null : resolved;
}
