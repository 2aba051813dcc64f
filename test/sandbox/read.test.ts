import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, createBlog, errorsOf, fsck, openSandbox, send, takeToken } from "./support.ts";

const read = `query Read($paths0: String!) {
  repository(owner: "acme", name: "blog") {
    defaultBranchRef { name target { oid ... on Commit { file(path: $paths0) {
      path mode type object { __typename ... on Blob { text isBinary isTruncated byteSize } ... on Tree { entries { name mode type } } }
    } } } }
  }
}`;

test("a read tells files, symlinks, submodules, folders and binaries apart", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox, {
    files: [
      { path: "episodes/12 über talk.md", text: "Grüße\n" },
      { path: "bin/run", text: "#!/bin/sh\n", mode: "100755" },
      { path: "link.md", text: "/etc/passwd", mode: "120000" },
      { path: "vendor/other", text: "1".repeat(40), mode: "160000" },
      { path: "cover.png", base64: Buffer.from([137, 80, 0, 1]).toString("base64") },
      { path: "empty.md", text: "" },
    ],
  });
  const token = await takeToken(sandbox, blog.installationId);
  const seen: Record<string, unknown> = {};
  for (const path of [
    "episodes/12 über talk.md",
    "bin/run",
    "link.md",
    "vendor/other",
    "cover.png",
    "empty.md",
    "episodes",
  ]) {
    const answer = await ask(sandbox, token, read, { paths0: path });
    const { target } = answer.data.repository.defaultBranchRef;
    assert.equal(target.oid, blog.headOid);
    assert.equal(target.file.path, path);
    const { mode, type, object } = target.file;
    seen[path] = [mode.toString(8), type, object && (object.text ?? object.entries ?? object.isBinary)];
  }
  assert.deepEqual(seen, {
    "episodes/12 über talk.md": ["100644", "blob", "Grüße\n"],
    "bin/run": ["100755", "blob", "#!/bin/sh\n"],
    "link.md": ["120000", "blob", "/etc/passwd"],
    "vendor/other": ["160000", "commit", null],
    "cover.png": ["100644", "blob", true],
    "empty.md": ["100644", "blob", ""],
    episodes: ["40000", "tree", [{ name: "12 über talk.md", mode: 0o100644, type: "blob" }]],
  });
  assert.equal(fsck(blog), "");
});

test("a path that is not there gives null and an error beside it", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const token = await takeToken(sandbox, blog.installationId);
  for (const path of ["nope.md", "notes/nope.md", "notes/a talk.md/deeper", "../a", "", "two\nlines"]) {
    const answer = await ask(sandbox, token, read, { paths0: path });
    assert.equal(answer.status, 200);
    assert.equal(answer.data.repository.defaultBranchRef.target.file, null);
    assert.deepEqual(errorsOf(answer), [
      {
        type: "NOT_FOUND",
        path: ["repository", "defaultBranchRef", "target", "file"],
        message: `Could not resolve file for path '${path}'.`,
      },
    ]);
  }
});

test("text is cut at 512,000 bytes, and the whole of it is in the blob", async (context) => {
  const sandbox = await openSandbox(context);
  const sizes = { exact: 512_000, over: 512_001, far: 2_000_000 };
  const files = Object.entries(sizes).map(([path, size]) => ({ path, text: "a".repeat(size) }));
  const blog = await createBlog(sandbox, { files });
  const token = await takeToken(sandbox, blog.installationId);
  for (const [path, size] of Object.entries(sizes)) {
    const answer = await ask(sandbox, token, read.replace("byteSize", "byteSize oid"), { paths0: path });
    const { text, isTruncated, byteSize, oid } = answer.data.repository.defaultBranchRef.target.file.object;
    assert.deepEqual([text.length, isTruncated, byteSize], [Math.min(size, 512_000), size > 512_000, size]);
    const raw = await send(sandbox, {
      path: `v3/repos/acme/blog/git/blobs/${oid}`,
      token,
      accept: "application/vnd.github.raw+json",
    });
    assert.equal((raw.body as string).length, size);
    const json = await send(sandbox, { path: `v3/repos/acme/blog/git/blobs/${oid}`, token });
    const { content, encoding } = json.body as { content: string; encoding: string };
    assert.equal(encoding, "base64");
    assert.equal(Buffer.from(content, "base64").length, size);
  }
});

test("fifty files are read in one request", async (context) => {
  const sandbox = await openSandbox(context);
  const files = Array.from({ length: 50 }, (_, index) => ({
    path: `notes/${index}.md`,
    text: `Note ${index}`,
  }));
  const blog = await createBlog(sandbox, { files });
  const token = await takeToken(sandbox, blog.installationId);
  const fields = files.map(
    ({ path }, index) => `f${index}: file(path: "${path}") { object { ... on Blob { text } } }`,
  );
  const query = `{ repository(owner: "acme", name: "blog") { object(expression: "HEAD") { ... on Commit { ${fields.join(" ")} } } } }`;
  const answer = await ask(sandbox, token, query);
  const texts = Object.values<{ object: { text: string } }>(answer.data.repository.object).map(
    (one) => one.object.text,
  );
  assert.deepEqual(
    texts,
    files.map((file) => file.text),
  );
});

test("an expression names what git finds by it", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const token = await takeToken(sandbox, blog.installationId);
  const query = `query($e: String!) { repository(owner: "acme", name: "blog") { object(expression: $e) { __typename } } }`;
  const names: Record<string, unknown> = {};
  for (const e of [
    "HEAD",
    "main",
    "HEAD:",
    "HEAD:notes",
    "HEAD:notes/a talk.md",
    "HEAD:none here",
    "nobody",
    "--all",
  ]) {
    names[e] = (await ask(sandbox, token, query, { e })).data.repository.object?.__typename ?? null;
  }
  assert.deepEqual(names, {
    HEAD: "Commit",
    main: "Commit",
    "HEAD:": "Tree",
    "HEAD:notes": "Tree",
    "HEAD:notes/a talk.md": "Blob",
    "HEAD:none here": null,
    nobody: null,
    "--all": null,
  });
});

test("branches are found by a part of their name", async (context) => {
  const sandbox = await openSandbox(context);
  const blog = await createBlog(sandbox);
  const token = await takeToken(sandbox, blog.installationId);
  for (const name of ["blog/2026-11-20-a", "blog/2026-11-20-a-2", "blog/2026-11-19-b"]) {
    await ask(
      sandbox,
      token,
      `mutation($r: ID!, $n: String!, $o: GitObjectID!) { createRef(input: {repositoryId: $r, name: $n, oid: $o}) { ref { id } } }`,
      { r: blog.nodeId, n: `refs/heads/${name}`, o: blog.headOid },
    );
  }
  const query = `{ repository(owner: "acme", name: "blog") { refs(refPrefix: "refs/heads/", query: "2026-11-20", first: 100) { totalCount nodes { name prefix } } } }`;
  const { refs } = (await ask(sandbox, token, query)).data.repository;
  assert.deepEqual(
    refs.nodes.map((node: { name: string }) => node.name),
    ["blog/2026-11-20-a", "blog/2026-11-20-a-2"],
  );
  assert.equal(refs.nodes[0].prefix, "refs/heads/");
});

test("a connection without bounds is refused as GitHub refuses it", async (context) => {
  const sandbox = await openSandbox(context);
  await createBlog(sandbox);
  const query = (args: string) =>
    `{ repository(owner: "acme", name: "blog") { pullRequests${args} { totalCount } } }`;
  const none = await ask(sandbox, "ghu_maya", query(""));
  const many = await ask(sandbox, "ghu_maya", query("(first: 101)"));
  assert.deepEqual(
    [...errorsOf(none), ...errorsOf(many)].map(({ type }) => type),
    ["MISSING_PAGINATION_BOUNDARIES", "EXCESSIVE_PAGINATION"],
  );
});

test("documents and variables are held to GitHub's schema", async (context) => {
  const sandbox = await openSandbox(context);
  const field = await ask(sandbox, "ghu_maya", "{ viewer { shoeSize } }");
  assert.equal(field.data, undefined);
  assert.match(field.errors?.[0]?.message ?? "", /Cannot query field "shoeSize" on type "User"/);
  const variable = await ask(
    sandbox,
    "ghu_maya",
    'query($n: Int!) { repository(owner: "a", name: "b") { issue(number: $n) { id } } }',
    { n: "one" },
  );
  assert.match(variable.errors?.[0]?.message ?? "", /Variable "\$n" got invalid value "one"/);
});
