import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog, send } from "./support.ts";

const annotation = (line: number) => ({
  path: "notes/a talk.md",
  start_line: line,
  end_line: line,
  annotation_level: "notice",
  message: `Line ${line}`,
});
const many = (count: number, from = 1) => Array.from({ length: count }, (_, at) => annotation(from + at));

type Run = { id: number; status: string; conclusion: string | null; output: { annotations_count: number } };

test("a check run is made, gets its annotations in requests of fifty, and ends with its conclusion", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const runs = "v3/repos/acme/blog/check-runs";
  const output = { title: "Quotes", summary: "All of them", annotations: many(50) };
  const body = { name: "quotes", head_sha: blog.headOid, status: "in_progress", output };
  const made = await send(sandbox, { path: runs, token, body });
  assert.equal(made.status, 201);
  const { id, status } = made.body as Run;
  assert.equal(status, "in_progress");
  const update = (change: object) =>
    send(sandbox, { method: "PATCH", path: `${runs}/${id}`, token, body: change });
  const more = { output: { title: "Quotes", summary: "All of them", annotations: many(10, 51) } };
  assert.equal(((await update(more)).body as Run).output.annotations_count, 60);
  assert.equal((await update({ status: "completed" })).status, 422);
  const ended = (await update({ conclusion: "neutral" })).body as Run;
  assert.deepEqual([ended.status, ended.conclusion], ["completed", "neutral"]);
  const page = await send(sandbox, { path: `${runs}/${id}/annotations?per_page=50&page=2`, token });
  const lines = (page.body as { start_line: number }[]).map(({ start_line: line }) => line);
  assert.deepEqual(lines, [51, 52, 53, 54, 55, 56, 57, 58, 59, 60]);
  const listed = await send(sandbox, { path: "v3/repos/acme/blog/commits/main/check-runs", token });
  assert.equal((listed.body as { total_count: number }).total_count, 1);
});

test("fifty-one annotations, a text that is too long and a commit that is not there are refused", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const refuse = async (change: object) => {
    const body = { name: "quotes", head_sha: blog.headOid, ...change };
    return (await send(sandbox, { path: "v3/repos/acme/blog/check-runs", token, body })).status;
  };
  assert.equal(await refuse({ output: { title: "t", summary: "s", annotations: many(51) } }), 422);
  assert.equal(await refuse({ output: { title: "t", summary: "s".repeat(65_536) } }), 422);
  assert.equal(await refuse({ head_sha: "0".repeat(40) }), 422);
  assert.equal(await refuse({ conclusion: "fine" }), 422);
  assert.equal(await refuse({}), 201);
});

test("of two check runs of a name the newest is shown, and both where somebody asks for all", async (context) => {
  const { sandbox, blog, token } = await openBlog(context);
  const make = async (name: string, conclusion: string) => {
    const body = { name, head_sha: blog.headOid, conclusion };
    await send(sandbox, { path: "v3/repos/acme/blog/check-runs", token, body });
  };
  await make("quotes", "failure");
  await make("names", "neutral");
  await make("quotes", "success");
  const list = async (query = "") => {
    const { body } = await send(sandbox, {
      path: `v3/repos/acme/blog/commits/main/check-runs${query}`,
      token,
    });
    return (body as { check_runs: Run[] }).check_runs.map(({ conclusion }) => conclusion);
  };
  assert.deepEqual(await list(), ["neutral", "success"]);
  assert.deepEqual(await list("?filter=all"), ["failure", "neutral", "success"]);
  assert.deepEqual(await list("?filter=latest&check_name=quotes"), ["success"]);
});
