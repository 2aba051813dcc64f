import { parseTime, timePattern } from "../parse-time.ts";

/** `10:03`, `00:12:34.567`, `10:03 AM`, or Teams' `1 hour 2 minutes 5 seconds`, at times with `1:02:05` behind it. */
export const stampPattern = String.raw`(?:(?:\d{1,2} hours? )?(?:\d{1,3} minutes? )?\d{1,2} seconds?(?:\s?\d{1,3}:\d{2}(?::\d{2})?)?|(?:\d{4}-\d{2}-\d{2}[ T])?${timePattern}(?:\s?[AaPp][Mm]\b)?)`;

const words = /^(?:(\d{1,2}) hours? )?(?:(\d{1,3}) minutes? )?(\d{1,2}) seconds?/;
const range = String.raw`(${stampPattern})(?:\s?(?:-->|[-–—~])\s?${stampPattern})?`;
const stampAlone = new RegExp(String.raw`^\s*(?:\\?[[(])?${range}(?:\\?[\])])?\s*$`);

/** Milliseconds of a stamp; null for a time of day, which says nothing about the recording. */
export function readStamp(written: string): number | null {
  const spelled = words.exec(written.trim());
  if (!spelled) return parseTime(written);
  const [, hours = "0", minutes = "0", seconds = "0"] = spelled;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}

/** The stamp of a line that holds nothing else, or a stretch from one to another; null when it is no such line. */
export function findStampAlone(line: string): string | null {
  return line.length > 80 ? null : (stampAlone.exec(line)?.[1] ?? null);
}
