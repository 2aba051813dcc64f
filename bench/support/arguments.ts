import { parseArgs } from "node:util";

/** `--data` and `--out` of a benchmark that reads the bench kit's data; null, with a line on how to, without them. */
export function readDataArguments(usage: string): { readonly data: string; readonly out: string } | null {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { data: { type: "string" }, out: { type: "string" } },
    strict: false,
  });
  const { data, out } = values;
  if (typeof data === "string" && typeof out === "string") return { data, out };
  process.stderr.write(`${usage}\n`);
  return null;
}
