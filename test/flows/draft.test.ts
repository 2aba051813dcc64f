import assert from "node:assert/strict";
import { test } from "node:test";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { startFlow } from "../support/flow.ts";

test("a comment becomes a draft pull request, in five requests", async (t) => {
  const flow = await startFlow(t, { files: demoFiles });
  await flow.command(demoIssue);
  await flow.ended("draft");
  console.log(flow.requests());
  console.log(await flow.sandbox.as("editor").comments(flow.name, 1));
  console.log((await flow.sandbox.as("editor").request("GET", `/repos/${flow.name}/pulls?state=all`)).body);
});
