import type { RestOperation } from "./operation.ts";

export type Match = { operation: RestOperation; parameters: Record<string, string> };

/** The operation that a REST request means. Segments are decoded one by one: octokit sends the slashes of a ref as `%2F`. */
export function findRestOperation(
  operations: readonly RestOperation[],
  method: string,
  path: string,
): Match | undefined {
  const segments = path.split("/").filter(Boolean);
  for (const operation of operations) {
    if (operation.method !== method) continue;
    const parameters = match(operation.path.split("/").filter(Boolean), segments);
    if (parameters) return { operation, parameters };
  }
  return undefined;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith("*")) {
      if (segments.length <= index) return undefined;
      parameters[part.slice(1)] = segments.slice(index).map(decode).join("/");
      return parameters;
    }
    const segment = segments[index];
    if (segment === undefined) return undefined;
    if (part.startsWith(":")) parameters[part.slice(1)] = decode(segment);
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
