import { person, type Stage } from "./demo-stage.ts";
import type { Story } from "./demo-story.ts";
import { exitCodes } from "./run-program.ts";

/** The repository is private, so git needs a password: the token of the person whom the demo plays. */
function cloneAddress(url: string, name: string): string {
  return `${url.replace("://", `://${person}:ghu_${person}@`)}/${name}.git`;
}

/** Leaves the stage to a person with a browser, until Ctrl-C (or until Galley ends by itself, which is our fault). */
export async function serveDemo({ sandbox, app, name, issueNumber }: Stage, story: Story): Promise<number> {
  const stopped = Promise.withResolvers<number>();
  const stop = () => stopped.resolve(exitCodes.done);
  // Ctrl-C comes twice, to the group and handed on by npm: a second one must not end us halfway.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  void app.ended.then(() => stopped.resolve(exitCodes.broken));
  story.tell(
    "Open the issue in your browser and comment /draft",
    [
      `the issue     ${sandbox.url}/${name}/issues/${issueNumber}`,
      `the list      ${sandbox.url}/${name}`,
      `LinkedIn      ${sandbox.url}/linkedin/feed`,
      `git clone     ${cloneAddress(sandbox.url, name)}`,
      "Ctrl-C ends everything.",
    ].join("\n"),
  );
  return await stopped.promise;
}
