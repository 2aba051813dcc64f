import assert from "node:assert/strict";
import { test } from "node:test";
import { doWithout } from "../../src/drafting/do-without.ts";
import { ModelError, RetryableError, UserError } from "../../src/errors.ts";

const { signal } = new AbortController();
const fail = (error: Error) => () => Promise.reject(error);

test("what is made is given", async () => assert.equal(await doWithout(async () => 1, signal), 1));

for (const kind of [ModelError, RetryableError, UserError])
  test(`a ${kind.name} is done without`, async () =>
    assert.equal(await doWithout(fail(new kind("no")), signal), null));

test("negative control: a defect is thrown on", async () =>
  await assert.rejects(doWithout(fail(new TypeError("a defect")), signal), { message: "a defect" }));

test("once it was aborted, the reason is thrown, whatever went wrong", async () =>
  await assert.rejects(doWithout(fail(new ModelError("no")), AbortSignal.abort(new Error("stopping"))), {
    message: "stopping",
  }));
