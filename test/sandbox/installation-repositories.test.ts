import assert from "node:assert/strict";
import { test } from "node:test";
import { createBlog, openSandbox, send, signJwt, takeToken } from "./support.ts";

test("an installation lists the repositories of its account, and nobody else does", async (t) => {
  const sandbox = await openSandbox(t);
  const blog = await createBlog(sandbox);
  await createBlog(sandbox, { name: "notes" });
  const other = await createBlog(sandbox, { owner: "globex" });
  const path = "v3/installation/repositories?per_page=1";
  const token = await takeToken(sandbox, blog.installationId);
  const { status, body, headers } = await send(sandbox, { method: "GET", path, token });
  const { total_count: total, repositories } = body as {
    total_count: number;
    repositories: { full_name: string; node_id: string }[];
  };
  assert.deepEqual([status, total, repositories.length], [200, 2, 1]);
  assert.equal(repositories[0]?.full_name, "acme/blog");
  assert.match(headers.get("link") ?? "", /page=2>; rel="next"/);
  const others = await takeToken(sandbox, other.installationId);
  const theirs = await send(sandbox, { method: "GET", path, token: others });
  assert.equal((theirs.body as { total_count: number }).total_count, 1);
  assert.equal((await send(sandbox, { method: "GET", path, token: signJwt(sandbox) })).status, 403);
});
