/** One page of a REST list: 30 entries, at most 100 (docs.github.com, "Using pagination in the REST API"). */
export function paginate<Entry>(entries: readonly Entry[], query: URLSearchParams): readonly Entry[] {
  const size = Math.min(100, Math.max(1, Number(query.get("per_page") ?? 30) || 30));
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  return entries.slice((page - 1) * size, page * size);
}
