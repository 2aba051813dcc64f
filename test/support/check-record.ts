import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { Exchange } from "../../src/sandbox/exchanges.ts";
import type { Delivery } from "../../src/sandbox/github/delivery.ts";
import { checkContracts } from "./watched-sandbox.ts";

type Line = { readonly exchange?: Exchange; readonly delivery?: Delivery };

/** Throws unless what a sandbox of its own process wrote to the file of `SANDBOX_RECORD` is as the vendors' contracts have it. */
export function checkRecord(file: string): void {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  const read = lines.map((line): Line => JSON.parse(line));
  const exchanges = read.flatMap(({ exchange }) => exchange ?? []);
  assert.ok(exchanges.length > 0, "nothing was recorded");
  checkContracts(
    exchanges,
    read.flatMap(({ delivery }) => delivery ?? []),
  );
}
