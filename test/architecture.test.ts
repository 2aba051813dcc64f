import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const list = async (pattern: string) => (await Array.fromAsync(glob(pattern, { cwd: root }))).sort();

type Rule = { readonly rooms: readonly string[]; readonly typesOnly: boolean };
type Import = { readonly from: string; readonly isType: boolean };

/** Rooms that everybody may import. */
const common = ["errors", "ports"];

function readRules(document: string): Map<string, Rule> {
  const table = document.split("## Who may import whom")[1]?.split("\n## ")[0] ?? "";
  const rows = [...table.matchAll(/^\| (?!room|---)(.+?) \| (.+?) \|$/gm)];
  return new Map(
    rows.flatMap(([, names = "", allowed = ""]) => {
      const typesOnly = allowed.startsWith("types: ");
      const rooms = allowed === "–" ? [] : allowed.replace(/^types: /, "").split(", ");
      return names.split(", ").map((name) => [name, { rooms, typesOnly }] as const);
    }),
  );
}

/** `src/jobs/tasks/draft.ts` is in the room `jobs/tasks`, the most specific one that the table has. */
function roomOf(path: string, rules: ReadonlyMap<string, Rule>): string {
  const parts = path
    .replace(/^src\//, "")
    .replace(/\.ts$/, "")
    .split("/");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = parts.slice(0, length).join("/");
    if (rules.has(name)) return name;
  }
  throw new Error(`${path} is in no room of docs/architecture.md`);
}

function listImports(source: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)";/gm;
  return [...source.matchAll(pattern)].map(([, type, from = ""]) => ({ from, isType: type !== undefined }));
}

function findForbidden(path: string, source: string, rules: ReadonlyMap<string, Rule>): string[] {
  const room = roomOf(path, rules);
  const rule = rules.get(room);
  return listImports(source)
    .filter(({ from }) => from.startsWith("."))
    .flatMap(({ from, isType }) => {
      const target = roomOf(normalize(join(dirname(path), from)), rules);
      if (target === room || (room !== "sandbox" && common.includes(target)) || rule?.rooms.includes("*"))
        return [];
      if (room.startsWith(`${target}/`) || rule?.rooms.some((name) => name === target)) {
        return rule?.typesOnly && !isType ? [`${path} may import only types of ${target}`] : [];
      }
      // A room that may import only types of `adapters` may still use its own parent.
      return [`${path} (${room}) imports ${target}`];
    });
}

const rules = readRules(read("docs/architecture.md"));

test("every import is one that docs/architecture.md allows", async () => {
  const files = await list("src/**/*.ts");
  assert.ok(files.length > 30);
  assert.deepEqual(
    files.flatMap((path) => findForbidden(path, read(path), rules)),
    [],
  );
});

test("negative control: forbidden imports are found", () => {
  const forbidden = [
    ["src/triggers/x.ts", 'import { draft } from "../jobs/tasks/draft.ts";'],
    ["src/sources/x.ts", 'import type { Draft } from "../drafting/draft.ts";'],
    ["src/sandbox/x.ts", 'import { UserError } from "../errors.ts";'],
    ["src/ports/x.ts", 'import { Draft } from "../drafting/draft.ts";'],
  ] as const;
  for (const [path, source] of forbidden) assert.equal(findForbidden(path, source, rules).length, 1, path);
});

const reach: readonly { thing: string; pattern: RegExp; rooms: readonly string[] }[] = [
  { thing: "process.env", pattern: /process\.env/, rooms: ["config", "sandbox"] },
  { thing: "fetch", pattern: /(?<![.\w])fetch\(/, rooms: ["adapters", "cli", "main", "sandbox"] },
  {
    thing: "clock and randomness",
    pattern: /new Date\(\)|Date\.now\(|Math\.random|randomUUID|randomBytes|performance\.now/,
    rooms: ["adapters", "cli", "main", "sandbox"],
  },
  { thing: "standard output", pattern: /console\.|process\.stdout/, rooms: ["cli", "sandbox"] },
  {
    thing: "vendor packages",
    pattern: /from "(?:@octokit\/(?!webhooks)|openai|pg-boss|pg"|@electric-sql)/,
    rooms: ["adapters", "sandbox"],
  },
  {
    thing: "@octokit/webhooks",
    pattern: /from "@octokit\/webhooks/,
    rooms: ["app", "http", "triggers", "sandbox"],
  },
  { thing: "probot", pattern: /from "probot"/, rooms: ["main", "adapters"] },
];

function findReached(path: string, source: string): string[] {
  const room = roomOf(path, rules);
  const code = source.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "");
  return reach
    .filter(({ pattern, rooms }) => pattern.test(code) && !rooms.includes(room.split("/")[0] ?? room))
    .map(({ thing }) => `${path} reaches for ${thing}`);
}

test("environment, network, clock, output and vendors are reached for only where they may be", async () => {
  const files = await list("src/**/*.ts");
  assert.deepEqual(
    files.flatMap((path) => findReached(path, read(path))),
    [],
  );
});

test("negative control: reaching is found", () => {
  const samples = [
    "process.env.X",
    "await fetch(url)",
    "new Date()",
    "console.log(1)",
    'import x from "openai";',
  ];
  for (const sample of samples) assert.equal(findReached("src/drafting/x.ts", sample).length, 1, sample);
});

test("every file under src/ that only thinks has a test of its name", async () => {
  const thinking = ["commands", "sources", "drafting", "verification", "pull-request", "triggers"];
  const tests = new Set(await list("test/**/*.test.ts"));
  const files = (await list("src/**/*.ts")).filter((path) => thinking.includes(path.split("/")[1] ?? ""));
  const untested = files.filter((path) => {
    const hasFunction = /^(?:export )?(?:async )?function /m.test(read(path));
    return hasFunction && !tests.has(path.replace(/^src/, "test").replace(/\.ts$/, ".test.ts"));
  });
  assert.deepEqual(untested, []);
});

test("test titles are unique in a file", async () => {
  for (const path of await list("test/**/*.test.ts")) {
    const titles = [...read(path).matchAll(/^\s*test\(\s*"([^"]+)"/gm)].map(([, title]) => title);
    assert.equal(new Set(titles).size, titles.length, path);
  }
});

test("every permission and event of app.yml names a room that exists", async () => {
  const lines = read("app.yml").split("\n");
  const manifest = parse(read("app.yml"));
  const wanted = [...Object.keys(manifest.default_permissions), ...manifest.default_events];
  const paths = await list("src/**/*");
  for (const name of wanted) {
    const line = lines.find((text) => new RegExp(`^\\s*(?:- )?${name}\\b`).test(text)) ?? "";
    const room = /# ([\w/-]+):/.exec(line)?.[1] ?? "";
    assert.ok(paths.some((path) => path.startsWith(`src/${room}`)) && room !== "", `${name}: ${line}`);
  }
});

test("files are small, and nothing is exported by default", async () => {
  for (const path of await list("{src,test,bench}/**/*.ts")) {
    const text = read(path);
    assert.ok(text.split("\n").length <= 251, `${relative(root, path)} is longer than 250 lines`);
    assert.doesNotMatch(text, /^export default/m, path);
  }
});
