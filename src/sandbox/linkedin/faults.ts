import { z } from "zod";

/** What goes wrong with a call that creates a post. Those that begin with `created` have made the post, which is visible. */
const Kind = z.enum([
  "created-then-reset",
  "created-then-500",
  /** 201, but the URN is in no header. */
  "created-without-id",
  /** 201 with the URN in `x-linkedin-id`, where older clients read it. */
  "created-with-linkedin-id",
  /** The post is made at once; the answer comes after `delayMs`. */
  "slow",
  "reset",
  "error-500",
  "unavailable-503",
  "rate-limited",
  "conflict",
  "expired",
  "revoked",
]);

/** A fault and which calls it meets: from the `nth` (1, the next, by default), as many as `times` (1). */
export const LinkedInFault = z.strictObject({
  kind: Kind,
  delayMs: z.number().int().nonnegative().default(0),
  nth: z.number().int().positive().default(1),
  times: z.number().int().positive().default(1),
});

export type FaultKind = z.infer<typeof Kind>;
export type LinkedInFaultInput = FaultKind | z.input<typeof LinkedInFault>;

export type Faults = {
  /** Takes the place of an earlier one, and counting starts anew; undefined: nothing goes wrong any more. */
  set(fault: LinkedInFaultInput | undefined): void;
  /** To be called once for every call: what goes wrong with it. */
  next(): z.infer<typeof LinkedInFault> | undefined;
};

/** The fault that is set, and how many calls there were since. */
export function createFaults(): Faults {
  let fault: z.infer<typeof LinkedInFault> | undefined;
  let calls = 0;
  return {
    set(wanted) {
      calls = 0;
      fault = wanted && LinkedInFault.parse(typeof wanted === "string" ? { kind: wanted } : wanted);
    },
    next() {
      calls += 1;
      if (!fault || calls < fault.nth || calls >= fault.nth + fault.times) return undefined;
      return fault;
    },
  };
}
