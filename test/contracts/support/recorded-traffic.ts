import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const Recorded = z.object({
  method: z.string().transform((method) => method.toUpperCase()),
  path: z.string(),
  body: z.unknown(),
  status: z.int(),
  reqheaders: z.looseObject({ accept: z.string().optional() }),
  response: z.unknown(),
});

/** A request to api.github.com and its answer, as they were recorded. */
export type Recorded = z.infer<typeof Recorded>;

/** The scenarios of `@octokit/fixtures`, each a row of requests to api.github.com. */
export function readScenarios(): ReadonlyMap<string, readonly Recorded[]> {
  const folder = new URL("./scenarios/api.github.com/", import.meta.resolve("@octokit/fixtures"));
  const names = readdirSync(folder).sort();
  return new Map(
    names.map((name) => {
      const text = readFileSync(new URL(`${name}/normalized-fixture.json`, folder), "utf8");
      return [name, z.array(Recorded).parse(JSON.parse(text))] as const;
    }),
  );
}

/** What of scenarios is left out, and why; requests that the sandbox comes to know must be taken off. */
export const leftOut: readonly {
  readonly scenario: RegExp;
  readonly request: RegExp;
  readonly reason: string;
}[] = [
  {
    scenario:
      /^(?:branch-protection|create-status|get-archive|get-organization|get-root|markdown|project-cards)$/,
    request: /./,
    reason:
      "Protection, statuses, archives, organizations, projects and rendering are nothing that the product asks for.",
  },
  {
    scenario: /^(?:mark-notifications-as-read|release-assets|release-assets-conflict|search-issues)$/,
    request: /./,
    reason: "Notifications, releases and search are nothing that the product asks for.",
  },
  {
    scenario: /^add-and-remove-repository-collaborator$/,
    request: /invitation|(?:PUT|DELETE) \S+\/collaborators/,
    reason: "People become collaborators by the sandbox's own controls, without an invitation.",
  },
  {
    scenario: /^labels$/,
    request: /^(?:PATCH|DELETE) /,
    reason: "The product neither renames labels nor deletes them.",
  },
  {
    scenario: /^git-refs$/,
    request: /^GET \S+\/git\/refs\/$/,
    reason: "The list of all refs is no operation of today's document; it is `git/matching-refs` now.",
  },
  {
    scenario: /^rename-repository$/,
    request: /^PATCH /,
    reason: "A repository gets its name by the sandbox's own controls, as on its settings page.",
  },
];

/** Parts of answers that are not compared. */
export const notCompared: readonly { readonly at: RegExp; readonly reason: string }[] = [
  {
    at: /^\/organization is missing$/,
    reason: "The sandbox's accounts are people's; only an organization's repositories have it.",
  },
  { at: /^\/topics is empty/, reason: "Nobody gives repositories topics in the sandbox." },
];
