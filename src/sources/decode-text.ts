import { UserError } from "../errors.ts";

/** Files that are never text, by how they begin, and what to do with them. */
const magic: readonly (readonly [string, string])[] = [
  ["PK\x03\x04", "it is a Word document or a ZIP file: export it as text"],
  ["%PDF-", "it is a PDF: export it as text"],
  ["{\\rtf", "it is rich text (RTF): export it as plain text"],
  ["\xd0\xcf\x11\xe0", "it is an old Word document: export it as text"],
];

/**
 * The text of a file: UTF-8, UTF-16 with its byte order mark or plainly so, or else Windows-1252, which is
 * Latin-1 and more. Throws a `UserError` that ends "the file …" when it is binary.
 */
export function decodeText(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = magic.find(([opening]) => start.startsWith(opening));
  if (known) throw new UserError(known[1]);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const sample = bytes.subarray(0, 8_000);
  const wide = guessUtf16(sample);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  // A stray NUL does not make a caption file a binary one.
  if (countControls(sample) > sample.length / 50 && !isWebvtt(start))
    throw new UserError("it is a binary file");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeDamaged(bytes);
  }
}

function isWebvtt(start: string): boolean {
  return /^(?:\xef\xbb\xbf)?WEBVT/.test(start);
}

/** In UTF-16 every other byte of most languages' text is zero. */
function guessUtf16(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (sample.length < 8) return null;
  if (odd > half * 0.4 && even < half * 0.05) return "utf-16le";
  return even > half * 0.4 && odd < half * 0.05 ? "utf-16be" : null;
}

/** Bytes that no text holds: all below space but tab, line ends, form feed and escape. */
function countControls(sample: Uint8Array): number {
  return sample.reduce(
    (count, byte) => (byte < 32 && ![9, 10, 12, 13, 27].includes(byte) ? count + 1 : count),
    0,
  );
}

/** UTF-8 with a few broken letters stays that; what is mostly not UTF-8 was saved in another encoding. */
function decodeDamaged(bytes: Uint8Array): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  if (whole > broken * 4) return text;
  const western = new TextDecoder("windows-1252").decode(bytes);
  const letters = western.match(/[\p{L}\p{N}\s.,;:!?'"-]/gu)?.length ?? 0;
  if (letters < western.length * 0.8)
    throw new UserError("it is neither UTF-8 nor another encoding that is read: save it as UTF-8");
  return western;
}
