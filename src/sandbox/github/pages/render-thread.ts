import type { Issue, Reaction, ReactionContent, User } from "../state.ts";
import { userUrls } from "../views/urls.ts";
import type { Place } from "./frame-repository.ts";
import { type Html, html, raw } from "./html.ts";
import { renderMarkdown } from "./render-markdown.ts";

const emoji: Readonly<Record<ReactionContent, readonly [string, string]>> = {
  THUMBS_UP: ["👍", "thumbs up"],
  THUMBS_DOWN: ["👎", "thumbs down"],
  LAUGH: ["😄", "laugh"],
  HOORAY: ["🎉", "hooray"],
  CONFUSED: ["😕", "confused"],
  HEART: ["❤️", "heart"],
  ROCKET: ["🚀", "rocket"],
  EYES: ["👀", "eyes"],
};

/** What was written first and the comments after it, oldest first. */
export async function renderThread(place: Place, issue: Issue): Promise<Html> {
  const posts = [issue, ...issue.comments];
  const rendered = await Promise.all(posts.map((one, index) => renderPost(place, one, index)));
  return html`<div class="thread">${rendered}</div>`;
}

type Post = {
  readonly id: number;
  readonly author: User;
  readonly body: string;
  readonly createdAt: string;
  readonly reactions: readonly Reaction[];
};

async function renderPost(place: Place, post: Post, index: number): Promise<Html> {
  const { author, body, createdAt, reactions } = post;
  const anchor = index === 0 ? "first" : `comment-${post.id}`;
  const text =
    body.trim() === "" ? html`<p class="empty">No description.</p>` : raw(await renderMarkdown(body, place));
  return html`<article class="post${author.type === "Bot" ? " bot" : ""}" id="${anchor}">
<header>${renderAuthor(place, author)} <span class="meta">${index === 0 ? "opened this" : "commented"} ${renderTime(createdAt)}</span></header>
<div class="markdown">${text}</div>${renderReactions(reactions)}
</article>`;
}

export function renderAuthor(place: Place, author: User): Html {
  const isBot = author.type === "Bot";
  const name = isBot ? author.login.replace(/\[bot\]$/, "") : author.login;
  const badge = isBot ? html` <span class="badge">bot</span>` : "";
  return html`<strong title="${userUrls(place.world, author).html}">${name}</strong>${badge}`;
}

/** UTC, as the sandbox knows no time zone of its visitors. */
export function renderTime(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`;
}

function renderReactions(reactions: readonly Reaction[]): Html {
  if (reactions.length === 0) return html``;
  const counted = Map.groupBy(reactions, ({ content }) => content);
  const chips = [...counted].map(([content, all]) => {
    const [sign, word] = emoji[content];
    const who = all.map(({ user }) => user.login).join(", ");
    return html`<li title="${who}"><span role="img" aria-label="${word}">${sign}</span> ${all.length}</li>`;
  });
  return html`<ul class="reactions" aria-label="Reactions">${chips}</ul>`;
}
