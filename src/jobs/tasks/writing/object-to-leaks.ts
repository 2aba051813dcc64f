import type { Draft } from "../../../drafting/draft.ts";
import type { Objection } from "../../../drafting/repair/objection.ts";
import { countKinds, isBlocking } from "../../../verification/confidentiality/check-confidentiality.ts";
import { findLeaks, type Surface } from "../../../verification/confidentiality/find-leaks.ts";
import { openSecrets } from "../../../verification/confidentiality/hashed-secrets.ts";
import { listPublic } from "../checking/list-public.ts";
import type { Pinned } from "../reading/gather-sources.ts";
import { readSecrets } from "../reading/read-secrets.ts";

type Grounds = Pick<Pinned, "isPrivate" | "sources" | "speakers" | "pseudonyms"> & {
  readonly settings: Pick<Pinned["settings"], "confidentiality" | "site">;
};

/**
 * For the writer, what of the sources a draft says for which it would not be opened: in a public repository with
 * `confidentiality.names: block`, nothing elsewhere. The value is named, for the model has written it; that the sources hold it
 * is not said, since it may have been off the record. No objection is shown to anybody else. `repository` is `owner/name`.
 */
export function objectToLeaks(grounds: Grounds, repository: string): (draft: Draft) => Objection[] {
  const { isPrivate, settings } = grounds;
  const policy = settings.confidentiality.names;
  if (isPrivate || policy !== "block") return () => [];
  const lookup = openSecrets(readSecrets(grounds));
  const isPublic = listPublic(settings, repository);
  return (draft) =>
    findLeaks(listSurfaces(draft), lookup, isPublic)
      .filter((leak) => isBlocking(leak, policy))
      .flatMap((leak) =>
        leak.places.map(({ place, line }): Objection => {
          const message = `It says ${countKinds([leak])} that may not be made public, ${JSON.stringify(leak.value)}: say it without that.`;
          return { at: line ?? parts.find((part) => part === place) ?? "title", about: null, message };
        }),
      );
}

const parts = ["title", "hook", "angle", "announcement"] as const;

function listSurfaces({ title, hook, angle, announcement, markdown }: Draft): Surface[] {
  const texts = [title, hook, angle, announcement.join("\n\n")];
  return [
    ...parts.map((place, at) => ({ place, text: texts[at] ?? "", hasLines: false })),
    { place: "post", text: markdown, hasLines: true },
  ];
}
