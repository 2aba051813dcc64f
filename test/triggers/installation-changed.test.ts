import assert from "node:assert/strict";
import { test } from "node:test";
import { noteInstallationChanged } from "../../src/triggers/installation-changed.ts";

async function note(delivery: unknown): Promise<unknown[]> {
  const notes: unknown[] = [];
  const none = { debug() {}, info() {}, warn() {}, error() {} };
  const places = { noteInstallation: async (...noted: unknown[]) => void notes.push(noted) };
  await noteInstallationChanged({ id: "guid", payload: delivery }, { places, log: none });
  return notes;
}

for (const [action, state] of [
  ["created", "reachable"],
  ["unsuspend", "reachable"],
  ["suspend", "suspended"],
  ["deleted", "gone"],
]) {
  test(`an installation that is ${action}: ${state}`, async () => {
    const installation = { id: 5, account: { login: "acme" } };
    assert.deepEqual(await note({ action, installation }), [[5, state, "acme"]]);
  });
}

test("what is no such delivery changes nothing", async () => {
  for (const other of [null, {}, { action: "new_permissions_accepted", installation: { id: 5 } }])
    assert.deepEqual(await note(other), []);
});
