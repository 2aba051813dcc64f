import { dropHiddenCharacters } from "./clean-markdown.ts";

const maxCharacters = 80;
const request =
  /^(?:(?:please|can you|could you|let'?s|we should|we need to|i(?:'d| would) like(?: you)? to|i want(?: you)? to)\s+)*(?:(?:write|draft|do|make|create|need|want|have|get)\s+(?:me\s+|us\s+)?)?(?:an?\s+|another\s+|the\s+)?(?:short\s+|long\s+|new\s+)?(?:blog ?post|blog|post|article|piece|draft|essay|write-?up)s?(?:\s+idea)?(?:\s+(?:on|about|regarding|for|that (?:explains|argues|shows|says)|explaining|arguing(?: that)?)\s+|\s*:\s*|\s+[-–]\s+)/iu;
const clause =
  /\s*(?:[.;:!?]\s|\s[—–-]\s|,\s(?=(?:and|but|so|because|which|who|where|with|based|using|drawing)\b)|\s(?=(?:because|so that|based on|using|drawing on|from the)\b))/u;

/** A brief's title as the post's title: one line, no Markdown marks, no "write a post about", not too long. */
export function tidyTitle(written: string): string {
  const line = dropHiddenCharacters(written)
    .split("\n")
    .map((part) => part.replace(/^[\s#>*+-]+/, "").trim())
    .find((part) => part !== "");
  const plain = (line ?? "")
    .replace(/!?\[([^\]]{0,300})\]\([^)]{0,1000}\)/g, "$1")
    .replace(/<[^<>]{0,300}>|[`*]/g, "")
    .replace(/(?:^|\s)"([^"]{1,200})"(?=[\s.,;:!?]|$)/g, " “$1”")
    .replace(/\s+/g, " ")
    .trim();
  const subject = plain.replace(request, "");
  const short = shorten(subject === "" ? plain : subject).replace(/[\s.,;:–—-]+$/, "");
  return short.slice(0, 1).toUpperCase() + short.slice(1);
}

function shorten(title: string): string {
  if (title.length <= maxCharacters) return title;
  const parts = title.split(clause);
  const first = parts[0] ?? "";
  if (first.length >= 15 && first.length <= maxCharacters) return first;
  const cut = title.slice(0, maxCharacters + 1);
  // Scripts without spaces are cut at a character as people see it, never inside of one.
  const end = cut.lastIndexOf(" ");
  const words = end > 0 ? cut.slice(0, end).trim() : cutCharacters(cut.slice(0, maxCharacters));
  return words.replace(
    /(?:\s+(?:a|an|the|of|to|in|on|at|by|for|with|and|or|that|which|is|are|was|as))+$/iu,
    "",
  );
}

function cutCharacters(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)];
  return characters
    .slice(0, -1)
    .map(({ segment }) => segment)
    .join("");
}
