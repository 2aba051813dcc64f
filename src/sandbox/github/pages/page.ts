import type { Answer } from "../../http-answer.ts";
import type { World } from "../state.ts";

/** A visit to a page: what its path captured, its query, and what a form sent. */
export type Visit = {
  readonly captured: readonly string[];
  readonly query: URLSearchParams;
  /** Undefined for a GET. */
  readonly form: URLSearchParams | undefined;
  /** Whom the visitor plays; undefined when they chose nobody. */
  readonly login: string | undefined;
};

/** A page of the web interface that the sandbox has learned; it answers GET, and POST if it takes forms. */
export type Page = {
  readonly path: RegExp;
  /** Whether it answers POST; `from anywhere`: a form on another site may post to it too. */
  readonly forms: "none" | "own" | "from anywhere";
  /** Undefined: there is no such page after all. */
  answer(world: World, visit: Visit): Promise<Answer | undefined> | Answer | undefined;
};
