import { FaultRule, type FaultService, faultKinds } from "./rule.ts";

/** The names of each service's operations. */
export type Operations = Readonly<Record<FaultService, readonly string[]>>;

export type ParsedFault =
  | { readonly kind: "rule"; readonly rule: FaultRule }
  | { readonly kind: "wrong"; readonly sentence: string };

/** Reads `SERVICE:OPERATION:KIND[:n]`; a name that is not known is answered with those that are. */
export function parseFault(text: string, operations: Operations): ParsedFault {
  const [service = "", operation = "", kind = "", count = "1", ...rest] = text.split(":");
  if (!isService(service)) return wrong(text, "sandbox", service, Object.keys(faultKinds));
  const known = ["*", ...operations[service]];
  if (!known.includes(operation)) return wrong(text, `operation of ${service}`, operation, known);
  const kinds: readonly string[] = faultKinds[service];
  if (!kinds.includes(kind)) return wrong(text, `kind for ${service}`, kind, kinds);
  if (kind === "inconsistent" && !["*", "pull_request"].includes(operation)) {
    const sentence = `\`${text}\`: only a pull request contradicts itself: webhook:pull_request:inconsistent`;
    return { kind: "wrong", sentence };
  }
  if (rest.length > 0 || !/^[1-9]\d{0,5}$/.test(count)) {
    const sentence = `\`${text}\`: which call is a number from 1, as in ${service}:${operation}:${kind}:2`;
    return { kind: "wrong", sentence };
  }
  return { kind: "rule", rule: FaultRule.parse({ service, operation, kind, nth: Number(count) }) };
}

function isService(name: string): name is FaultService {
  return Object.hasOwn(faultKinds, name);
}

function wrong(text: string, what: string, name: string, known: readonly string[]): ParsedFault {
  // Commas: the line of a `token` and a name after it would be taken for a secret where errors are shown.
  const list = known.join(", ");
  return { kind: "wrong", sentence: `\`${text}\`: there is no ${what} called "${name}". There is: ${list}.` };
}
