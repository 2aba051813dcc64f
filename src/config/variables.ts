import { z } from "zod";
import { UserError } from "../errors.ts";

/** Variables by name, as the environment or a file holds them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Any text; absent when it is not set. */
export const text = z.string().optional();

/** Words separated by commas, in lower case. */
export const list = z
  .string()
  .default("")
  .transform((words) =>
    words
      .split(",")
      .map((item) => item.trim().toLowerCase())
      .filter(Boolean),
  );

/** Digits only: `1e3`, `0x10` and an empty word are numbers to JavaScript, and slips of the pen to people. */
export function wholeNumber(min: number, max: number, error: string) {
  return z
    .string()
    .regex(/^\d{1,15}$/, { error })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error });
}

/**
 * The variables that a schema asks for; an empty value counts as not set.
 * Throws a `UserError` of one sentence that names the variable and what it should be; never its value.
 */
export function parseVariables<T>(schema: z.ZodType<T>, env: Variables): T {
  const parsed = schema.safeParse(dropEmpty(env));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}.`);
}

function dropEmpty(env: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}
