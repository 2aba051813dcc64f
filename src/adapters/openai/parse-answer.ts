/** More than this is no answer to anything that we ask. */
const maxCharacters = 400_000;
const maxStarts = 50;

/**
 * The JSON object of an answer, or undefined. Models wrap it in fences and prose, and think aloud before it:
 * of everything that reads as a JSON object, the longest is meant.
 */
export function parseAnswer(text: string): unknown {
  const answer = text.slice(0, maxCharacters).replace(/<think>[\s\S]*?<\/think>/g, "");
  const whole = parseObject(answer.trim());
  if (whole !== undefined) return whole;
  const candidates = [...objectsIn(answer)].sort((a, b) => b.length - a.length);
  for (const candidate of candidates) {
    const parsed = parseObject(candidate);
    if (parsed !== undefined) return parsed;
  }
  return undefined;
}

/** Stretches from a brace to the one that closes it, those inside another left out. */
function* objectsIn(text: string): Generator<string> {
  let from = text.indexOf("{");
  for (let starts = 0; from >= 0 && starts < maxStarts; starts += 1) {
    const end = closingBrace(text, from);
    if (end !== undefined) yield text.slice(from, end + 1);
    from = text.indexOf("{", (end ?? from) + 1);
  }
}

function closingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (isString) {
      if (character === "\\") at += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}

function parseObject(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
