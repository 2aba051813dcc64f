import assert from "node:assert/strict";
import { test } from "node:test";
import { openBlog } from "./support.ts";

const pointer =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";
const files = [
  { path: "notes/talk.md", text: "Maya: hello\n" },
  { path: "notes/link.md", text: "talk.md", mode: "120000" },
  { path: "away.md", text: "../elsewhere.md", mode: "120000" },
  { path: "theme", text: "1".repeat(40), mode: "160000" },
  {
    path: ".gitmodules",
    text: `[submodule "theme"]\n\tpath = theme\n\turl = https://example.org/theme.git\n`,
  },
  { path: "audio.wav", text: pointer },
  { path: "large.txt", text: "x".repeat(1_000_001) },
];

type Entry = { path: string; mode?: string; type: string; size?: number; url?: string };

test("a tree shows links, submodules and pointers of LFS for what they are", async (context) => {
  const { sandbox } = await openBlog(context, { files });
  const answer = await sandbox.as("maya").request("GET", "/repos/acme/blog/git/trees/main?recursive=1");
  const { tree, truncated } = answer.body as { tree: Entry[]; truncated: boolean };
  assert.equal(truncated, false);
  assert.deepEqual(
    tree.map(({ path, mode, type, size, url }) => [path, mode, type, size, url === undefined]),
    [
      [".gitmodules", "100644", "blob", 71, false],
      ["audio.wav", "100644", "blob", 130, false],
      ["away.md", "120000", "blob", 15, false],
      ["large.txt", "100644", "blob", 1_000_001, false],
      ["notes", "040000", "tree", undefined, false],
      ["notes/link.md", "120000", "blob", 7, false],
      ["notes/talk.md", "100644", "blob", 12, false],
      ["theme", "160000", "commit", undefined, true],
    ],
  );
  const flat = await sandbox.as("maya").request("GET", "/repos/acme/blog/git/trees/main");
  assert.equal((flat.body as { tree: Entry[] }).tree.length, 6);
});

test("contents: a link within answers as its file, one that leads away and a submodule as themselves, more than a megabyte without text", async (context) => {
  const { sandbox } = await openBlog(context, { files });
  const look = async (path: string) => {
    const { status, body } = await sandbox.as("maya").request("GET", `/repos/acme/blog/contents${path}`);
    return { status, body: body as Record<string, unknown> };
  };
  const link = await look("/notes/link.md");
  assert.deepEqual([link.body.type, link.body.path], ["file", "notes/talk.md"]);
  const away = await look("/away.md");
  assert.deepEqual([away.body.type, away.body.target], ["symlink", "../elsewhere.md"]);
  const theme = (await look("/theme")).body;
  assert.deepEqual([theme.type, theme.submodule_git_url], ["submodule", "https://example.org/theme.git"]);
  const large = await look("/large.txt");
  assert.deepEqual([large.body.encoding, large.body.content, large.body.size], ["none", "", 1_000_001]);
  const audio = await look("/audio.wav");
  assert.equal(Buffer.from(String(audio.body.content), "base64").toString(), pointer);
  const root = (await look("")).body as unknown as { name: string; type: string }[];
  assert.deepEqual(
    root.map(({ name, type }) => `${type} ${name}`),
    ["file .gitmodules", "file audio.wav", "symlink away.md", "file large.txt", "dir notes", "file theme"],
  );
  assert.equal((await look("/gone.md")).status, 404);
});
