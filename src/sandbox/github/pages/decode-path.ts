/** A part of an address as it was meant; one that cannot be decoded stays as it is, and names nothing then. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
