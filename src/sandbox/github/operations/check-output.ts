import { unprocessable } from "../errors.ts";
import type { Annotation, CheckRun } from "../state.ts";

/** `@octokit/openapi`, "Create a check run": `maxItems` and `maxLength` of the output. */
const maxAnnotations = 50;
const maxTextLength = 65_535;

/** What a request says of the output of a check run; `undefined` leaves what is there. */
export type Output = {
  title: string | undefined;
  summary: string;
  text: string | null;
  annotations: readonly Annotation[];
};

/** Gives a check run its output; the annotations of a request come after those of earlier ones. */
export function changeOutput(run: CheckRun, output: Output): void {
  const { annotations, summary, text } = output;
  if (annotations.length > maxAnnotations) {
    throw unprocessable(
      `No more than ${maxAnnotations} items are allowed; ${annotations.length} were supplied.`,
    );
  }
  for (const one of [summary, text ?? ""]) {
    if (one.length <= maxTextLength) continue;
    throw unprocessable(`Only ${maxTextLength} characters are allowed; ${one.length} were supplied.`);
  }
  run.output = { title: output.title ?? run.output?.title ?? "", summary, text };
  run.annotations.push(...annotations);
}
