import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, placeOf, Seconds, type Segments } from "./segment.ts";

const Item = z.object({
  type: z.string(),
  start_time: Seconds,
  end_time: Seconds,
  speaker_label: z.string().optional(),
  alternatives: z.array(z.object({ ...located, content: z.string() })).min(1),
});

/** Amazon Transcribe's output: words with times, punctuation without, speakers beside them or on each word. */
export const Amazon = z.object({
  results: z.object({
    items: z.array(Item),
    speaker_labels: z
      .object({
        segments: z.array(
          z.object({
            items: z.array(z.object({ start_time: z.string(), speaker_label: z.string() })).optional(),
          }),
        ),
      })
      .optional(),
    channel_labels: z
      .object({ channels: z.array(z.object({ channel_label: z.string(), items: z.array(Item) })) })
      .optional(),
  }),
});

/** A piece of such a file: its items alone. */
export const AmazonItems = z.array(Item).min(1);

/** Its sentences; labels such as `spk_0` stay as they are. */
export function readAmazon({ results }: z.infer<typeof Amazon>): Segments {
  const channels = results.channel_labels?.channels ?? [];
  if (channels.length > 1) {
    const segments = channels
      .flatMap(({ channel_label, items }) => joinItems(items, () => channel_label))
      .toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
    return { segments, units: segments.length };
  }
  const labels = new Map(
    (results.speaker_labels?.segments ?? []).flatMap(({ items = [] }) =>
      items.map(
        ({ start_time, speaker_label }) => [Math.round(Number(start_time) * 1000), speaker_label] as const,
      ),
    ),
  );
  return readAmazonItems(results.items, labels);
}

/** The same for items alone. */
export function readAmazonItems(
  items: z.infer<typeof AmazonItems>,
  labels: ReadonlyMap<number, string> = new Map(),
): Segments {
  const segments = joinItems(
    items,
    ({ speaker_label, start_time }) => speaker_label ?? labels.get(start_time ?? -1) ?? null,
  );
  return { segments, units: segments.length };
}

function joinItems(
  items: z.infer<typeof AmazonItems>,
  speakerOf: (item: z.infer<typeof Item>) => string | null,
) {
  return joinWords(
    items.flatMap((item) => {
      const [best] = item.alternatives;
      if (!best) return [];
      const { start_time: startMs, end_time: endMs } = item;
      const isAttached = item.type === "punctuation";
      const place = placeOf(best, "content");
      return [{ speaker: speakerOf(item), text: best.content, startMs, endMs, place, isAttached }];
    }),
  );
}
