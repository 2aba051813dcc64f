import { type Angle, mostAngles } from "../../drafting/angle.ts";
import { tidyTitle } from "../../drafting/tidy-title.ts";
import type { ProposeOutcome, ProposeRequest, Proposer } from "../../ports/proposer.ts";
import { toPassage } from "../../sources/quote-passage.ts";
import { arrangeMaterial } from "./arrange-material.ts";
import type { Stretch } from "./find-stretches.ts";

const mostPassages = 3;

/** Proposes angles without a language model: the topics that the sources hold, the strongest first. */
export function createExtractiveProposer(): Proposer {
  return {
    async propose(request, signal) {
      return proposeExtractively(request, signal);
    },
  };
}

function proposeExtractively(request: ProposeRequest, signal: AbortSignal): ProposeOutcome {
  const arranged = arrangeMaterial(request, signal);
  if (arranged.kind === "declined") return arranged;
  const angles = arranged.planned
    .map((section, at) => ({ section, name: arranged.names[at] }))
    .sort((a, b) => strengthOf(b.section) - strengthOf(a.section))
    .slice(0, mostAngles)
    .map(({ section, name }): Angle => {
      const title = tidyTitle(name?.heading ?? "") || "Untitled";
      return { title, angle: describeSection(title, section), passages: passagesOf(section) };
    });
  return { kind: "angles", angles, model: null, usage: { promptTokens: 0, completionTokens: 0 } };
}

function strengthOf(section: readonly Stretch[]): number {
  return section.reduce((sum, { score }) => sum + score, 0);
}

/** A topic is no thesis: it says whose words there are for it, and leaves the view to whoever writes. */
function describeSection(title: string, section: readonly Stretch[]): string {
  const labels = section.flatMap(({ units }) => units[0]?.utterance.speaker ?? []);
  const speakers = [...new Set(labels)];
  if (speakers.length === 0) return `${title}, from the notes.`;
  const last = speakers.pop() ?? "";
  const names = speakers.length === 0 ? last : `${speakers.join(", ")} and ${last}`;
  return `${title}, in the words of ${names}.`;
}

function passagesOf(section: readonly Stretch[]): Angle["passages"] {
  return section
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostPassages)
    .flatMap(({ units }) => {
      const [first, last] = [units[0], units.at(-1)];
      return first && last
        ? [toPassage(first.transcript, first.utterance, first.sentence.number, last.sentence.number)]
        : [];
    });
}
