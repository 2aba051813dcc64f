import { parseArgs } from "node:util";
import { recordToFile } from "./record-to-file.ts";
import { startSandbox } from "./start.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    data: { type: "string" },
    "until-stdin-closes": { type: "boolean", default: false },
  },
});

const sandbox = await startSandbox({
  port: Number(values.port),
  ...(values.data === undefined ? {} : { dataDirectory: values.data }),
});

// Not an option: a program that starts us hands it on without knowing of it.
const record = process.env.SANDBOX_RECORD;
if (record) recordToFile(sandbox, record);

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  void sandbox.close().finally(() => process.exit());
}

process.once("SIGTERM", end);
if (values["until-stdin-closes"]) {
  // Ctrl-C reaches the whole group; whoever started us ends us last, when nobody needs us any more.
  process.on("SIGINT", () => {});
  // Whoever started us may be killed without a word; then our standard input ends, and so do we.
  process.stdin.resume();
  process.stdin.once("end", end);
  process.stdin.once("close", end);
} else {
  process.once("SIGINT", end);
}

// The one line that the starting program waits for.
process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);
