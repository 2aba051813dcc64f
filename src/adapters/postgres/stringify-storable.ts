/** What `JSON.stringify` makes of NUL and of half a surrogate pair (ECMA-262, QuoteJSONString), or what looks like it. */
const refused = /\\u(?:0000|d[89a-f])/;

/**
 * JSON that the database takes: jsonb refuses the character NUL and half a surrogate pair (PostgreSQL, "JSON Types"),
 * and outside text may hold either. Both become the replacement character.
 */
export function stringifyStorable(value: unknown): string {
  const json = JSON.stringify(value);
  // Hardly any text has them, and to ask each value by itself takes two and a half times as long.
  return refused.test(json) ? JSON.stringify(value, keepStorable) : json;
}

function keepStorable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\uFFFD") : value;
}
