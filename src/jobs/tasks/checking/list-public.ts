import type { Settings } from "../settings.ts";

/** What may be said: what the settings list, and whose repository and site it is. */
export function listPublic(
  { confidentiality, site }: Pick<Settings, "confidentiality" | "site">,
  repository: string | null,
): string[] {
  const host = site.url === null ? undefined : URL.parse(site.url)?.host;
  return [
    ...confidentiality.public,
    ...(repository?.split("/") ?? []),
    ...(host ? [host, site.url ?? ""] : []),
  ];
}
