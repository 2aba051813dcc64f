import type { Brief } from "./brief.ts";
import { dropAddresses } from "./drop-addresses.ts";

const keys = ["series", "angle", "hook", "audience"] as const;

/**
 * Reads the brief out of an issue's title and body as they stood when it was asked for. Lines such as
 * `Angle: …` are read when they are there; the last of a kind counts. They become words of the post and of its
 * announcement, so addresses in them are left out.
 */
export function parseBrief(title: string, body: string): Brief {
  const visible = body.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, " ");
  const read: Partial<Record<(typeof keys)[number], string>> = {};
  for (const line of visible.split(/\r\n|\r|\n/)) {
    const match = /^[ \t]*(?:[-*+][ \t]+)?\**(series|angle|hook|audience)\**[ \t]*:\**[ \t]*(\S.*)$/i.exec(
      line,
    );
    const key = keys.find((candidate) => candidate === match?.[1]?.toLowerCase());
    const text = dropAddresses(match?.[2] ?? "");
    if (key && text !== "") read[key] = text;
  }
  const [series, angle, hook, audience] = keys.map((key) => read[key] ?? null);
  return {
    title: title.trim(),
    notes: visible.trim(),
    series: series ?? null,
    angle: angle ?? null,
    hook: hook ?? null,
    audience: audience ?? null,
  };
}
