import { CronExpressionParser } from "cron-parser";

/** When something recurs: five fields of cron, read in a named time zone. */
export type Recurrence = { readonly cron: string; readonly timezone: string };

const hourMs = 60 * 60 * 1000;

/**
 * The first time after `after` at which the recurrence is due. Where clocks skip an hour, a time inside it is
 * due that much later on the same day; where they repeat one, a time inside it is due once.
 * Throws when the expression or the zone is not one, or no day is ever meant.
 */
export function findNextTime({ cron, timezone }: Recurrence, after: Date): Date {
  // The library would also take seconds, words such as @daily, fewer fields, and an H for a random moment.
  if (!/^(?:[^\s@H]+\s+){4}[^\s@H]+$/.test(withoutNames(cron))) throw new Error("not five fields of cron");
  for (let hours = 0; ; hours += 1) {
    const currentDate = new Date(after.getTime() + hours * hourMs);
    const expression = CronExpressionParser.parse(cron.trim(), { currentDate, tz: timezone });
    try {
      return expression.next().toDate();
    } catch (thrown) {
      // It loses its way where clocks go back by half an hour (Lord Howe Island): it is asked from behind that.
      if (hours === 48) throw thrown;
    }
  }
}

/** Whether it is an expression whose time can come. */
export function isCron(cron: string): boolean {
  try {
    findNextTime({ cron, timezone: "UTC" }, new Date(0));
    return true;
  } catch {
    return false;
  }
}

/** THU has an H, too. */
function withoutNames(cron: string): string {
  return cron.trim().replaceAll(/[a-z]{3,}/gi, "0");
}
