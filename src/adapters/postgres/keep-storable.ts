/**
 * For `JSON.stringify`: jsonb refuses the character NUL and half a surrogate pair (PostgreSQL, "JSON Types"),
 * and outside text may hold either. Both become the replacement character.
 */
export function keepStorable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}
