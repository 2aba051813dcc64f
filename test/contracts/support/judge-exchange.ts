import type { Exchange } from "../../../src/sandbox/exchanges.ts";
import { judgeGraphql } from "./judge-graphql.ts";
import { judgeLinkedIn } from "./judge-linkedin.ts";
import { judgeModel } from "./judge-model.ts";
import { judgeRest } from "./judge-rest.ts";
import type { Mistake } from "./mistake.ts";

/** What is wrong with anything that passed between an app and one of the sandbox's services. */
export function judgeExchange(exchange: Exchange): Mistake[] {
  if (exchange.service === "model") return judgeModel(exchange);
  if (exchange.service === "linkedin") return judgeLinkedIn(exchange);
  return exchange.path.startsWith("/api/graphql") ? judgeGraphql(exchange) : judgeRest(exchange);
}
