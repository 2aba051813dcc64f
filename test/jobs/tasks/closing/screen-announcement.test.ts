import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../../../src/jobs/tasks/closing/plan-announcement.ts";
import {
  screenAnnouncement,
  waitsForRelease,
} from "../../../../src/jobs/tasks/closing/screen-announcement.ts";
import { Settings } from "../../../../src/jobs/tasks/settings.ts";
import { hashSecrets } from "../../../../src/verification/confidentiality/hashed-secrets.ts";
import { createClearances } from "../../../fixtures/clearances.ts";
import { closeJob as job } from "../../../fixtures/close-job.ts";
import { secretsOf } from "../../../verification/confidentiality/secrets.ts";

const kept = hashSecrets("7", secretsOf("Ana: We lost Vantaro.", "Bo: Yes.", "Ana: We did."));

function screen(text: string, names: "flag" | "block" | "allow", card: Plan["card"] = null) {
  const settings = Settings.parse({ confidentiality: { names } });
  const plan: Plan = { isHeldBack: false, decision: { kind: "send", text }, card, settings };
  return screenAnnouncement({ world: { clearances: createClearances(kept) }, job }, 9, plan);
}

test("an announcement that names what only the sources do waits, and says how it goes on", async () => {
  const { decision } = await screen("What Vantaro lost.", "block");
  assert.deepEqual(decision, {
    kind: "mend",
    text: null,
    reason:
      "the announcement says a detail of the sources that nobody released: write `/release F1`, or take it out of `linkedin` in the front matter",
  });
  assert.ok(waitsForRelease(decision.kind === "mend" ? decision.reason : null));
  assert.ok(!waitsForRelease("LinkedIn was away"));
});

test("the card is part of it", async () => {
  const card = { url: "https://notes.example", title: "Vantaro", description: "" };
  assert.equal((await screen("Read this.", "block", card)).decision.kind, "mend");
});

test("nothing waits where nothing is named, speakers alone are, or names only flag", async () => {
  assert.equal((await screen("What people lost.", "block")).decision.kind, "send");
  assert.equal((await screen("What Ana lost.", "block")).decision.kind, "send");
  for (const names of ["flag", "allow"] as const)
    assert.equal((await screen("What Vantaro lost.", names)).decision.kind, "send");
});
