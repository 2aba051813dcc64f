/**
 * Whether a path of the build's context is held back, as .dockerignore defines it: the last line that fits
 * decides, and a line that fits a folder fits all below it. Throws at a pattern that is not known here.
 */
export function readDockerignore(text: string): (path: string) => boolean {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ pattern: toPattern(line.replace(/^!/, "")), isIgnored: !line.startsWith("!") }));
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.isIgnored ?? false;
}

function toPattern(line: string): RegExp {
  if (/[[\]\\{}]/.test(line)) throw new Error(`.dockerignore: not known to the replay: ${line}`);
  const body = line
    .replace(/^\/|\/$/g, "")
    .replaceAll(/[.+^$()|]/g, "\\$&")
    .replaceAll(/\*\*\/|\*\*|\*|\?/g, (star) =>
      star === "**/" ? "(?:.*/)?" : star === "**" ? ".*" : star === "*" ? "[^/]*" : "[^/]",
    );
  return new RegExp(`^${body}(?:/.*)?$`);
}
