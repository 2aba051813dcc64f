import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium as engine } from "playwright-core";

/** Starts the Chromium that `@sparticuz/chromium` carries: nothing is downloaded or installed. */
export async function startChromium(): Promise<Browser> {
  const folder = join(tmpdir(), `galley-chromium-${readVersion()}`);
  if (!existsSync(folder)) await unpack(folder);
  return await engine.launch({
    executablePath: join(folder, "chromium"),
    // Root has no sandbox. The package's own arguments are for a platform where all must be one process.
    args: ["--no-sandbox", "--font-render-hinting=none"],
    // Libraries and fonts that a bare machine lacks come with it; only the browser is to see them.
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: folder },
  });
}

/**
 * The package unpacks into TMPDIR and takes any `chromium` that it finds there, however old or incomplete: so each
 * version has a folder of its own, which appears when it is complete.
 */
async function unpack(folder: string): Promise<void> {
  const earlier = process.env.TMPDIR;
  const growing = mkdtempSync(`${folder}-`);
  process.env.TMPDIR = growing;
  try {
    const { default: chromium, inflate } = await import("@sparticuz/chromium");
    // The package takes these out by itself on Amazon's machines alone.
    const libraries = new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"));
    await Promise.all([chromium.executablePath(), inflate(fileURLToPath(libraries))]);
    writeFileSync(join(growing, "fonts.conf"), describeFonts(folder));
  } finally {
    if (earlier === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = earlier;
  }
  try {
    renameSync(growing, folder);
  } catch (thrown) {
    rmSync(growing, { recursive: true });
    // Another process was quicker.
    if (!existsSync(folder)) throw thrown;
  }
}

/** Without a font Chromium ends itself, and the package's own settings look for them in /tmp/fonts. */
function describeFonts(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir>
<alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>`;
}

function readVersion(): string {
  const file = new URL("../package.json", import.meta.resolve("@sparticuz/chromium"));
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
