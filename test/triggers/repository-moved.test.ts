import assert from "node:assert/strict";
import { test } from "node:test";
import { noteRepositoryMoved } from "../../src/triggers/repository-moved.ts";

const payload = {
  action: "renamed",
  installation: { id: 5 },
  repository: { id: 7, name: "journal", owner: { login: "acme" } },
};

async function note(delivery: unknown): Promise<unknown[]> {
  const moves: unknown[] = [];
  const none = { debug() {}, info() {}, warn() {}, error() {} };
  const places = { moveRepository: async (...move: unknown[]) => void moves.push(move) };
  await noteRepositoryMoved({ id: "guid", payload: delivery }, { places, log: none });
  return moves;
}

test("a repository that was renamed or transferred is moved, by its number", async () => {
  const moved = [["7", { installationId: 5, owner: "acme", name: "journal" }]];
  assert.deepEqual(await note(payload), moved);
  assert.deepEqual(await note({ ...payload, action: "transferred" }), moved);
});

test("other changes, and what is no such delivery, move nothing", async () => {
  for (const other of [{ ...payload, action: "archived" }, { ...payload, installation: undefined }, null, {}])
    assert.deepEqual(await note(other), []);
});
