import type { Passage } from "../../../src/sources/passage.ts";
import type { Ledger } from "../../../src/verification/evidence/ledger.ts";
import { splitPost } from "../../../src/verification/evidence/split-post.ts";
import { traceClaims } from "../../../src/verification/evidence/trace-sentences.ts";

/** The first sentence of an utterance, which stands on the line of its number. */
export const passage = (utterance: number, source = "S1"): Passage => ({
  source,
  path: "talk.md",
  firstUtterance: utterance,
  firstSentence: 1,
  lastUtterance: utterance,
  lastSentence: 1,
  firstLine: utterance,
  lastLine: utterance,
});

export const claims = [
  { text: "The restore took nineteen hours in the first drill.", passages: [passage(3)] },
  {
    text: "Two hours went by before anybody could approve. Three went into a firewall.",
    passages: [passage(5)],
  },
];

export const post = `---
title: Drills
---

The restore took nineteen hours in the first drill. Where did they go?

Two hours went by before anybody could approve. Three went into a firewall.
`;

/** The ledger of that post. */
export const ledger: Ledger = {
  postHash: "h",
  commit: "c0ffee",
  path: "posts/drills.md",
  sources: [],
  commitOfRules: "ba5e",
  speakers: ".github/speakers.yml",
  pseudonyms: null,
  sentences: traceClaims(splitPost(post), claims),
};
