/** How many entries a page has: 30, at most 100 (docs.github.com, "Using pagination in the REST API"). */
export function pageSize(query: URLSearchParams): number {
  return Math.min(100, Math.max(1, Number(query.get("per_page") ?? 30) || 30));
}

/** The `link` header of a numbered page: where the next one is, while there is one. */
export function linkPages(url: string, total: number, query: URLSearchParams): Record<string, string> {
  const size = pageSize(query);
  const page = Number(query.get("page") ?? 1) || 1;
  if (page * size >= total) return {};
  return { link: `<${url}?per_page=${size}&page=${page + 1}>; rel="next"` };
}

/** One page of a REST list: 30 entries, at most 100 (docs.github.com, "Using pagination in the REST API"). */
export function paginate<Entry>(entries: readonly Entry[], query: URLSearchParams): readonly Entry[] {
  const size = pageSize(query);
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  return entries.slice((page - 1) * size, page * size);
}
