import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const template = new URL("../../../app.yml", import.meta.url);

const AppFile = z.looseObject({ name: z.string(), hook_attributes: z.looseObject({ url: z.string() }) });

/**
 * `app.yml` with the addresses of this process, as GitHub takes it. The webhook's is the whole path: with the
 * top alone every delivery ends in 404 (public thread philip-gai/announcement-drafter#109).
 */
export function completeManifest(publicUrl: string): string {
  const manifest = AppFile.parse(parse(readFileSync(template, "utf8")));
  return JSON.stringify({
    ...manifest,
    url: publicUrl,
    hook_attributes: { ...manifest.hook_attributes, url: `${publicUrl}/api/github/webhooks` },
    redirect_url: `${publicUrl}/setup/created`,
  });
}
