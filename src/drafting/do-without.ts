import { ModelError, RetryableError, UserError } from "../errors.ts";

/**
 * What a language model makes, or null when it was of no use, its host stayed away, or nothing is left to spend: for
 * steps that a post can do without. The host has been asked several times by then; the job is not tried again for such
 * a step, because nobody here knows whether there will be another attempt. Throws the signal's reason once it aborted,
 * and whatever is a defect.
 */
export async function doWithout<T>(make: () => Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await make();
  } catch (thrown) {
    signal.throwIfAborted();
    if ([ModelError, UserError, RetryableError].some((kind) => thrown instanceof kind)) return null;
    throw thrown;
  }
}
