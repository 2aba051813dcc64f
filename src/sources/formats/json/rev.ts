import { z } from "zod";
import { joinWords } from "./join-words.ts";
import { located, nameSpeaker, placeOf, Seconds, type Segments, SpeakerId } from "./segment.ts";

const Element = z.object({
  ...located,
  value: z.string().catch(""),
  ts: Seconds,
  end_ts: Seconds,
  endTs: Seconds,
});

/** Rev's transcript, from its API (`elements`) and from its editor (`spans`). */
export const Rev = z.object({
  speakers: z
    .array(z.object({ id: SpeakerId, name: z.string().nullish() }))
    .nullish()
    .catch(null),
  monologues: z.array(
    z.object({
      speaker: SpeakerId,
      speaker_info: z.object({ display_name: z.string().nullish() }).nullish(),
      elements: z.array(Element).optional(),
      spans: z.array(Element).optional(),
    }),
  ),
});

/** Its monologues, sentence by sentence. Spaces and marks are elements of their own there. */
export function readRev({ speakers, monologues }: z.infer<typeof Rev>): Segments {
  const names = new Map((speakers ?? []).map(({ id, name }) => [id, name]));
  const segments = monologues.flatMap(({ speaker: id, speaker_info, elements, spans }) => {
    const speaker = names.get(id) ?? speaker_info?.display_name ?? nameSpeaker(id);
    let spaced = true;
    return joinWords(
      (elements ?? spans ?? []).flatMap((element) => {
        const text = element.value.trim();
        const isAttached = !spaced && !/^\s/.test(element.value);
        spaced = text === "" || /\s$/.test(element.value);
        if (text === "") return [];
        const endMs = element.end_ts ?? element.endTs;
        return [{ speaker, text, startMs: element.ts, endMs, place: placeOf(element, "value"), isAttached }];
      }),
    );
  });
  return { segments, units: monologues.length };
}
