import type { Answer } from "../../http-answer.ts";
import type { World } from "../state.ts";

/** A visit to a page: what its path captured, its query, and what a form sent. */
export type Visit = {
  readonly captured: readonly string[];
  readonly query: URLSearchParams;
  /** Undefined for a GET. */
  readonly form: URLSearchParams | undefined;
};

/** A page of the web interface that the sandbox has learned; it answers GET and POST. */
export type Page = { readonly path: RegExp; answer(world: World, visit: Visit): Promise<Answer> | Answer };
