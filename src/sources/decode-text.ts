import { UserError } from "../errors.ts";

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark.
 * Throws a `UserError` that ends "the file …" when it is binary or in another encoding.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 8_000).includes(0)) throw new UserError("it is a binary file");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UserError("it is not UTF-8 text: save it as UTF-8");
  }
}
