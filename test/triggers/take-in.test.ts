import assert from "node:assert/strict";
import { test } from "node:test";
import { takeIn } from "../../src/triggers/take-in.ts";

function createLog() {
  const errors: { fields: object; message: string }[] = [];
  const refuse = () => assert.fail("not expected");
  const error = (fields: object, message: string) => void errors.push({ fields, message });
  return { errors, debug: refuse, info: refuse, warn: refuse, error };
}

test("a trigger that goes well says nothing", async () => {
  const log = createLog();
  await takeIn("g", log, async () => {});
  assert.deepEqual(log.errors, []);
});

test("a trigger that fails is answered with 503, and only our log says why", async () => {
  const log = createLog();
  const failure = new Error("the disk is full of secrets");
  await assert.rejects(
    takeIn("g", log, () => Promise.reject(failure)),
    { message: "not taken in; redeliver it later", status: 503 },
  );
  assert.deepEqual(log.errors, [
    { fields: { deliveryId: "g", err: failure }, message: "Could not take in a delivery" },
  ]);
});

test("a trigger that throws before it waits is answered the same", async () => {
  const thrower = () => {
    throw "text";
  };
  await assert.rejects(takeIn("g", createLog(), thrower), { status: 503 });
});
