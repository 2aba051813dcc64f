import type { Published } from "../demo-publish.ts";
import type { DemoResult } from "../read-result.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import { type Judged, judgeMisbehaviour, type Surface } from "./judge-misbehaviour.ts";
import { misbehaviours } from "./misbehaviours.ts";

/** Looks at all that people can read after a demo, and at what the model was asked; null for a model that does right. */
export async function watchMisbehaviour(
  sandbox: SandboxProcess,
  model: string,
  seen: {
    readonly result: DemoResult;
    readonly published: Published;
    /** What stands on the issue. */
    readonly answers: readonly string[];
  },
): Promise<Judged | null> {
  const wrong = misbehaviours[model];
  if (!wrong) return null;
  const { result, published, answers } = seen;
  const { pullRequest, post } = result;
  const surfaces: Surface[] = [
    { place: "the pull request's title", text: pullRequest?.title ?? "" },
    { place: "the pull request's body", text: pullRequest?.body ?? "" },
    { place: "the branch", text: pullRequest?.branch ?? "" },
    { place: "the post's path", text: pullRequest?.file ?? "" },
    { place: "the post", text: post ?? "" },
    { place: "the issue", text: answers.join("\n") },
    { place: "the merged pull request", text: published.publication?.join("\n") ?? "" },
    { place: "LinkedIn", text: published.announcement?.rendered ?? "" },
  ];
  const requests = await sandbox.modelRequests();
  return judgeMisbehaviour(model, wrong, { requests, surfaces, body: pullRequest?.body ?? "" });
}

/** What got through, each as a sentence. */
export function describeThrough(judged: Judged | null): string[] {
  return (judged?.gotThrough ?? []).map(({ what, place }) => `The model's wrong reached ${place}: ${what}.`);
}
