type Json = Readonly<Record<string, unknown>>;

/** How our value is told from the recorded one in words; empty when it has its shape. */
export function compareShape(
  ours: unknown,
  recorded: unknown,
  known: ReadonlySet<string>,
  at = "",
): string[] {
  // Nothing can be said of what was not there, on either side: that hangs on the state, and null is a value of its type.
  if (recorded === null || ours === null) return [];
  if (nameType(ours) !== nameType(recorded))
    return [`${at} is ${nameType(ours)}, GitHub's was ${nameType(recorded)}`];
  if (Array.isArray(ours) && Array.isArray(recorded)) {
    if (ours.length === 0 && recorded.length > 0) return [`${at} is empty, GitHub's was not`];
    return ours.flatMap((one, index) => {
      const sample: unknown = recorded[index] ?? recorded[0];
      return sample === undefined ? [] : compareShape(one, sample, known, `${at}/${index}`);
    });
  }
  if (isObject(ours) && isObject(recorded)) return compareObjects(ours, recorded, known, at);
  return isSameForm(String(ours), String(recorded)) ? [] : [`${at} is ${ours}, GitHub's was ${recorded}`];
}

function compareObjects(ours: Json, recorded: Json, known: ReadonlySet<string>, at: string): string[] {
  const missing = Object.keys(recorded).filter((key) => !(key in ours));
  // The recordings are some years old: what came since stands in GitHub's document of today.
  const invented = Object.keys(ours).filter((key) => !(key in recorded || known.has(key)));
  return [
    ...missing.map((key) => `${at}/${key} is missing`),
    ...invented.map((key) => `${at}/${key} is nothing that GitHub sends`),
    ...Object.keys(recorded).flatMap((key) =>
      key in ours ? compareShape(ours[key], recorded[key], known, `${at}/${key}`) : [],
    ),
  ];
}

/** Addresses have the same path, moments and names of objects the same form; other text is free. */
function isSameForm(ours: string, recorded: string): boolean {
  if (/^https:\/\/(?:api\.)?github\.com\//.test(recorded)) return formOf(ours) === formOf(recorded);
  for (const form of [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, /^[\da-f]{40}$/])
    if (form.test(recorded)) return form.test(ours);
  return true;
}

/** An address without its host and its numbers. An Enterprise host has its API below `/api/v3`. */
function formOf(address: string): string {
  return (
    address
      .replace(/^\w+:\/\/[^/]+(?:\/api\/v3)?/, "")
      // The repository's name while it was recorded, where the recording still has it.
      .replaceAll(/tmp-scenario-([\w-]+?)-\d{17}-\w+/g, "$1")
      // Who may write where it was recorded hangs on the state: the sandbox's owner is a person, and one of them.
      .replaceAll(/\boctokit-fixture-(?:org|user-[a-z])\b/g, "<account>")
      .replaceAll(/\b[\da-f]{40}\b/g, "<oid>")
      .replaceAll(/\d+/g, "<number>")
  );
}

function nameType(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}
