/** What a recogniser of speech says of its own segment, as Whisper does. */
export type Doubt = {
  readonly noSpeech?: number | null | undefined;
  readonly logProbability?: number | null | undefined;
  readonly compression?: number | null | undefined;
};

/** A line that comes this often in a row was not said this often. */
const tooOften = 6;
/** What recognisers are known to hear in silence: the ends of the videos that they learned from. */
const ofSilence =
  /^\W*(?:thank(?:s| you)(?: so much)? for watching|please (?:like and )?subscribe.{0,40}|subtitles (?:by|made by) .{1,60}|sous-titr(?:es|age) .{1,80}|untertitel(?:ung)? .{1,80}|subtítulos .{1,80}|ご視聴ありがとうございました|thanks for listening and i'll see you next time)\W*$/iu;

/**
 * Which of these segments a machine made up: Whisper's own thresholds (`compression_ratio` over 2.4,
 * `avg_logprob` under -1, `no_speech_prob` over 0.6 with doubt about the words), a line over and over, and the
 * phrases that it is known to hear in silence. Where most of a file is made up, all of it is taken to be.
 */
export function findNoise(texts: readonly string[], doubts: readonly Doubt[] = []): Set<number> {
  const noise = new Set<number>();
  const folded = texts.map((text) =>
    text
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, " ")
      .trim(),
  );
  for (let first = 0; first < folded.length; ) {
    let end = first + 1;
    while (end < folded.length && folded[end] === folded[first]) end += 1;
    if (end - first >= tooOften && folded[first] !== "")
      for (let at = first; at < end; at += 1) noise.add(at);
    first = end;
  }
  doubts.forEach((doubt, at) => {
    if (isDoubtful(doubt, texts[at] ?? "")) noise.add(at);
  });
  const spoken = folded.filter((text) => text !== "").length;
  if (spoken <= 3) for (const [at, text] of texts.entries()) if (ofSilence.test(text)) noise.add(at);
  return noise.size * 2 > texts.length ? new Set(texts.keys()) : noise;
}

function isDoubtful({ noSpeech, logProbability, compression }: Doubt, text: string): boolean {
  const silence = noSpeech ?? 0;
  const words = logProbability ?? 0;
  return (
    (compression ?? 0) > 2.4 ||
    words < -1 ||
    (silence > 0.6 && words < -0.6) ||
    (silence > 0.3 && ofSilence.test(text))
  );
}
