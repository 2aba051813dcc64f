import { versionMissing, versionNotActive } from "./errors.ts";

/**
 * The month of a request, if it is active: a version comes with its month and has gone by the middle
 * of the same month a year later (public threads n8n-io/n8n#14678 and #28590, gitroomhq/postiz-app#2005).
 */
export function requireVersion(header: string | undefined, now: Date): string {
  if (header === undefined || header.trim() === "") throw versionMissing();
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])(?:\.\d{2})?$/.exec(header) ?? [];
  if (year === undefined || month === undefined) throw versionNotActive(header);
  const from = Date.UTC(Number(year), Number(month) - 1, 1);
  const until = Date.UTC(Number(year) + 1, Number(month) - 1, 15);
  if (now.getTime() < from || now.getTime() >= until) throw versionNotActive(header);
  return header;
}
