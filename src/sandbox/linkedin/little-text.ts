/**
 * One piece of little text: an escaped character, a mention, a hashtag template,
 * a parenthesis or an angle bracket that stands bare, or any other code unit.
 */
const piece =
  /\\([|{}@[\]()<>#\\*_~])|@\[((?:\\.|[^\\[\]()])+)\]\(urn:li:(?:person|organization):[\w-]+\)|\{hashtag\|\\?[#＃]\|((?:\\.|[^\\{}|])+)\}|(\()|([<>])|([\s\S])/g;

/**
 * The commentary of a post as its readers see it (learn.microsoft.com, "little Text Format").
 * Everything from the first bare `(` on is lost without a word (public threads n8n-io/n8n#10179,
 * activepieces/activepieces#3058, gitroomhq/postiz-app#442, ComposioHQ/composio#3185); of `<` and `>`
 * only themselves (jikig-ai/soleur#5140). What other bare reserved characters do is not known: they stay.
 */
export function renderLittleText(commentary: string): string {
  let rendered = "";
  for (const [, escaped, mention, hashtag, parenthesis, angle, other] of commentary.matchAll(piece)) {
    if (parenthesis !== undefined) break;
    if (angle !== undefined) continue;
    if (mention !== undefined) rendered += unescapeText(mention);
    else if (hashtag !== undefined) rendered += `#${unescapeText(hashtag)}`;
    else rendered += escaped ?? other ?? "";
  }
  return rendered;
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}
