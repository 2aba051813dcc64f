import { z } from "zod";

/** What can go wrong with a request, whichever service it is for. */
const requestKinds = [
  /** It is done, and the connection is reset before the answer. */
  "lost-answer",
  /** 502 (LinkedIn and the model: 500), and nothing is done. */
  "error-before",
  /** The same answer, and it is done. */
  "error-after",
  /** It is done, and the answer comes late. */
  "delay",
  /** A limit, with a short time to wait where the service names one; nothing is done. */
  "rate-limit",
] as const;

/** What goes wrong where; each service with its kinds. */
export const faultKinds = {
  github: [
    ...requestKinds,
    /** Every installation token that was given so far is refused from then on, this request's first. */
    "token-expired",
    /** Somebody pushes to the default branch and to the branch of each open pull request before it acts. */
    "person-pushes",
  ],
  linkedin: requestKinds,
  model: requestKinds,
  webhook: [
    /** It arrives twice under one GUID. */
    "duplicate",
    /** Nobody gets it; the App's delivery log has it as failed. */
    "lost",
    "late",
    /** It changes places with the one that follows. */
    "reordered",
    /** `closed` with the state `open` and without a merge (public thread rocq-prover/bot#255). */
    "inconsistent",
  ],
} as const;

export type FaultService = keyof typeof faultKinds;
export type FaultKind = (typeof faultKinds)[FaultService][number];

/** What happens beside a request, and so together with whatever becomes of its answer. */
export const companions: ReadonlySet<FaultKind> = new Set(["token-expired", "person-pushes"]);

/** Which calls meet a fault: those of `operation` (`*`: all), the `nth` of them and as many as `times`, or each with a `probability`. */
export const FaultRule = z
  .strictObject({
    service: z.enum(Object.keys(faultKinds) as [FaultService, ...FaultService[]]),
    operation: z.string().min(1),
    kind: z.string(),
    nth: z.number().int().positive().default(1),
    times: z.number().int().positive().default(1),
    probability: z.number().min(0).max(1).optional(),
    /** How late; from one to three seconds by the seed when absent. */
    delayMs: z.number().int().nonnegative().optional(),
  })
  .refine(({ service, kind }) => (faultKinds[service] as readonly string[]).includes(kind), {
    error: "This service has no such kind of fault",
  })
  .transform((rule) => ({ ...rule, kind: rule.kind as FaultKind }));

export type FaultRule = z.infer<typeof FaultRule>;
export type FaultRuleInput = z.input<typeof FaultRule>;
