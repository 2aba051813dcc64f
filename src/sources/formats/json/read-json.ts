import { type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import { z } from "zod";
import { UserError } from "../../../errors.ts";

/** Where a string stands in the source: its line, from 1, and its characters without the quotation marks. */
export const Place = z.object({ line: z.number(), first: z.number(), last: z.number() });
export type Place = z.infer<typeof Place>;

/** The key under which an object keeps the places of its strings; no file can write it. */
export const places = "\u0000places";

type Container = Record<string, unknown> | unknown[];

/** Deeper than any recogniser writes, and far from the end of the stack. */
const maxDepth = 100;

/**
 * A JSON text as values, each object with the places of its own strings. Throws a `UserError` that names the
 * line where it stops being JSON.
 */
export function readJson(text: string): unknown {
  refuseDepth(text);
  const root: unknown[] = [];
  const open: Container[] = [root];
  let key = "";
  const add = (value: unknown, place: Place | null) => {
    const parent = open.at(-1);
    if (Array.isArray(parent)) parent.push(value);
    else if (parent) {
      parent[key] = value;
      if (place) (parent[places] as Record<string, Place>)[key] = place;
    }
  };
  const begin = (container: Container) => {
    add(container, null);
    open.push(container);
  };
  visit(
    text,
    {
      onObjectBegin: () => begin(Object.assign(Object.create(null), { [places]: Object.create(null) })),
      onObjectProperty: (property) => {
        key = property;
      },
      onObjectEnd: () => void open.pop(),
      onArrayBegin: () => begin([]),
      onArrayEnd: () => void open.pop(),
      onLiteralValue: (value: unknown, offset, length, startLine) =>
        add(
          value,
          typeof value === "string"
            ? { line: startLine + 1, first: offset + 1, last: offset + length - 1 }
            : null,
        ),
      onError: (code, _offset, _length, startLine) => refuse(code, startLine + 1),
    },
    { disallowComments: true },
  );
  return root[0];
}

function refuse(code: ParseErrorCode, line: number): never {
  const what = printParseErrorCode(code)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase();
  throw new UserError(`line ${line} is not valid JSON (${what}): export it again, it may be cut off`);
}

/**
 * The library calls itself for each level. Looked through mark by mark: an expression for whole strings runs
 * out of its stack in one of some megabytes.
 */
function refuseDepth(text: string): void {
  let depth = 0;
  let inString = false;
  for (const { 0: mark } of text.matchAll(/\\.|["\n[\]{}]/g)) {
    if (mark === '"') inString = !inString;
    else if (mark === "\n") inString = false;
    else if (inString || mark.length > 1) continue;
    else depth += mark === "[" || mark === "{" ? 1 : -1;
    if (depth > maxDepth) throw new UserError("it is JSON nested deeper than any transcript");
  }
}
