import { type Html, html, htmlAnswer } from "../github/pages/html.ts";
import type { Answer } from "../http-answer.ts";
import type { LinkedInPost } from "./create-post.ts";

/** The address of the feed, which a real LinkedIn has too. */
export const feedPath = "/linkedin/feed";

/** The posts as readers see them, the newest first. */
export function showFeed(posts: readonly LinkedInPost[], repositories: readonly string[]): Promise<Answer> {
  const links = repositories.map((name) => html`<a href="/${name}">${name}</a> `);
  const count = posts.length === 1 ? "1 post" : `${posts.length} posts`;
  const list =
    posts.length === 0
      ? html`<p class="empty">Nobody has posted yet. Merge a pull request, and what it announces appears here.</p>`
      : html`${posts.toReversed().map(renderPost)}`;
  return htmlAnswer(200, {
    title: "LinkedIn feed",
    navigation: html`<nav aria-label="Site">${links}<a href="${feedPath}" aria-current="page">LinkedIn feed</a></nav>`,
    body: html`<div class="heading"><h1>LinkedIn feed</h1><p class="meta">${count}, as readers see them</p></div><div class="feed">${list}</div>`,
  });
}

function renderPost(post: LinkedInPost): Html {
  const { article, createdAt, visibility, rendered, urn } = post;
  return html`<article class="post" id="${urn}"><header><strong>A member of the sandbox</strong> <span class="meta"><time datetime="${createdAt}">${createdAt.slice(0, 16).replace("T", " ")} UTC</time> · ${visibility === "PUBLIC" ? "Anyone" : visibility.toLowerCase()}</span></header>
<p class="commentary">${linkAddresses(rendered)}</p>${article ? renderCard(article) : ""}</article>`;
}

/** Addresses in a post are links for its readers. */
function linkAddresses(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/);
  return html`${parts.map((part, index) => (index % 2 === 0 ? part : html`<a href="${part}" rel="noreferrer">${part}</a>`))}`;
}

function renderCard({ source, title, description }: NonNullable<LinkedInPost["article"]>): Html {
  const host = URL.parse(source)?.host ?? source;
  return html`<a class="card" href="${source}" rel="noreferrer"><strong>${title ?? source}</strong>${description ? html`<span>${description}</span>` : ""}<span class="meta">${host}</span></a>`;
}
