import { readdir } from "node:fs/promises";

/** `npm run bench -- NAME`: runs one benchmark; without a name it lists them. */
const names = (await readdir(new URL(".", import.meta.url)))
  .filter((file) => file.endsWith(".ts") && file !== "main.ts")
  .map((file) => file.replace(/\.ts$/, ""));
const [name] = process.argv.slice(2);
if (name !== undefined && names.includes(name)) {
  const { run } = await import(`./${name}.ts`);
  process.exitCode = await run();
} else {
  process.stdout.write(`npm run bench -- NAME, where NAME is one of: ${names.join(", ")}\n`);
  process.exitCode = name === undefined ? 0 : 2;
}
