import { PermanentError, RetryableError, toError, UserError } from "../errors.ts";
import { scrubSecrets } from "../log.ts";

/** What a command's exit says. */
export const exitCodes = {
  done: 0,
  /** Our fault. */
  broken: 1,
  /** Something in the input that the person can mend. */
  toMend: 2,
  /** The sources do not carry a draft. */
  declined: 3,
} as const;

/** Runs a command to its exit code; a mistake of the person's is one sentence on standard error. */
export async function runProgram(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (thrown) {
    const error = toError(thrown);
    const isMendable = error instanceof UserError;
    const isKnown = isMendable || error instanceof PermanentError || error instanceof RetryableError;
    const text = isKnown ? error.message : (error.stack ?? error.message);
    process.stderr.write(`galley: ${scrubSecrets(text)}\n`);
    process.exitCode = isMendable ? exitCodes.toMend : exitCodes.broken;
  }
}
