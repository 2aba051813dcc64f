import { attacks } from "./support/injections/attacks.ts";
import { findLive } from "./support/injections/find-live.ts";
import { entries, ownHosts, playAttack } from "./support/injections/play-attack.ts";

/** Every attack at every place where outside text comes in; what of it is live in what Galley writes. Goal: none. */
export async function run(): Promise<number> {
  let played = 0;
  const through: string[] = [];
  const unchecked: string[] = [];
  for (const entry of entries)
    for (const { name, harm, text } of attacks) {
      played += 1;
      const surfaces = await playAttack(text, entry).catch((thrown) => {
        through.push(`${entry}: ${harm}, ${name}: ${thrown}`);
        return [];
      });
      if (surfaces.length === 0) unchecked.push(`${entry}: ${harm}, ${name}`);
      const live = surfaces.flatMap((surface) =>
        findLive(surface, ownHosts).map((what) => `${what} in ${surface.place}`),
      );
      if (live.length > 0) through.push(`${entry}: ${harm}, ${name}: ${[...new Set(live)].join(", ")}`);
    }
  const harmless = attacks.filter(({ text }) => !isLiveRaw(text));
  const unguarded = attacks.length - harmless.length;
  process.stdout.write(
    `${[
      ...through,
      `${played} attacks (${attacks.length} texts, ${entries.length} places), got through: ${through.length} (goal 0)`,
      `of these ended without a draft, in a sentence of ours: ${unchecked.length}`,
      `negative control, written out as they are: ${unguarded} of ${attacks.length} are found to be live`,
      ...harmless.map(({ harm, name }) => `not found to be live: ${harm}, ${name}`),
    ].join("\n")}\n`,
  );
  return through.length === 0 && unguarded === attacks.length ? 0 : 1;
}

/** The text as it is, in a body, a title and a post: what nobody cleans must be found. */
function isLiveRaw(text: string): boolean {
  const post = `---\ntitle: x\ndescription: ${text}\n---\n\n${text}\n`;
  const surfaces = [
    { place: "body", kind: "markdown", text },
    { place: "title", kind: "line", text },
    { place: "post", kind: "post", text: post },
  ] as const;
  return surfaces.some((surface) => {
    try {
      return findLive(surface, []).length > 0;
    } catch {
      // Front matter that cannot be read any more was broken by the text.
      return true;
    }
  });
}
