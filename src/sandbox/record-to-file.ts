import { appendFileSync } from "node:fs";
import type { Sandbox } from "./sandbox.ts";

/** Writes everything that passes to a file, a line of JSON each, for those who check it from another process. */
export function recordToFile(sandbox: Pick<Sandbox, "watch" | "onDelivery">, file: string): void {
  // At once: whoever started us may end us without a word.
  const write = (line: object) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  sandbox.watch((exchange) => write({ exchange }));
  sandbox.onDelivery((delivery) => write({ delivery }));
}
