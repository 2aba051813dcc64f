import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

type Row = {
  readonly measure: string;
  readonly baseline: string;
  readonly goal: number;
  readonly scorer: string;
  readonly bench: string;
  /** How the kit's scorer prints the figure. */
  readonly figure: RegExp;
};

const rows: readonly Row[] = [
  {
    measure: "QMSum val passages, F1 at gold budget",
    baseline: "31.8",
    goal: 40,
    scorer: "qmsum_bar.py",
    bench: "passages",
    figure: /F1_gold ([\d.]+)/,
  },
  {
    measure: "QMSum val, gold words inside 25 % of the words",
    baseline: "63.4",
    goal: 74,
    scorer: "qmsum_bar.py",
    bench: "passages",
    figure: /W25pc ([\d.]+)/,
  },
  {
    measure: "QMSum val, extractive summary, ROUGE-1 at reference length",
    baseline: "24.1",
    goal: 26.5,
    scorer: "qmsum_bar.py",
    bench: "summaries",
    figure: /all: n=\d+: R-1 ([\d.]+)/,
  },
  {
    measure: "a highlight tied to its moment, top-1 within 60 s",
    baseline: "58.2",
    goal: 67,
    scorer: "evidence_bar.py",
    bench: "evidence",
    figure: /top-1 within 60 s ([\d.]+)/,
  },
];

const marks = ["<!-- goals -->", "<!-- /goals -->"] as const;
const document = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));

/** Runs the benchmarks that have a scorer and writes their table into `docs/benchmarks.md`. */
export async function run(): Promise<number> {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { data: { type: "string" }, kit: { type: "string" } },
  });
  const { data, kit } = values;
  if (data === undefined || kit === undefined || !existsSync(kit)) {
    process.stderr.write("npm run bench -- goals --data FOLDER --kit FOLDER, the data and the scorers\n");
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "galley-bench-"));
  try {
    const printed = new Map<string, string>();
    for (const { bench, scorer } of rows)
      if (!printed.has(bench))
        printed.set(bench, measure({ bench, script: join(kit, scorer), folder, data }));
    const table = rows.map(({ measure, baseline, goal, bench, figure }) => {
      const score = Number(figure.exec(printed.get(bench) ?? "")?.[1]);
      return `| ${measure} | ${baseline} | ${goal} | ${score}${score >= goal ? "" : ", **not met**"} |`;
    });
    const text = [
      "| measure | best simple baseline | goal | Galley |",
      "| --- | --- | --- | --- |",
      ...table,
    ].join("\n");
    process.stdout.write(`${text}\n`);
    const before = readFileSync(document, "utf8");
    const [head = "", rest = ""] = before.split(marks[0]);
    writeFileSync(document, `${head}${marks[0]}\n${text}\n${marks[1]}${rest.split(marks[1])[1] ?? ""}`);
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Measuring = {
  readonly bench: string;
  readonly script: string;
  readonly folder: string;
  readonly data: string;
};

/** Dump, run, score; what the scorer printed. */
function measure({ bench, script, folder, data }: Measuring): string {
  const [input, out] = [join(folder, `${bench}-in`), join(folder, `${bench}.jsonl`)];
  const split = bench === "evidence" ? [] : ["--split", "val"];
  const unlabelled = bench === "evidence" ? ["--no-labels"] : [];
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  call("python3", [script, "dump", ...split, "--out", input, ...unlabelled], data);
  call(process.execPath, [main, bench, "--data", input, "--out", out], data);
  return call("python3", [script, "score", ...split, "--pred", out], data);
}

function call(program: string, args: readonly string[], data: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, BENCH_DATA: data },
  });
  if (status !== 0) throw new Error(`${program} ${args[0]} ended with ${status}: ${stderr.slice(0, 500)}`);
  return stdout;
}
