import { PermanentError, UserError } from "../../../errors.ts";
import type { PlaceToLook, Repository, RepositoryLook } from "../../../ports/repository.ts";
import { parseSettings } from "../../../sources/parse-settings.ts";
import { type ReadingJob, settingsPath } from "../../payload.ts";
import { Settings } from "../settings.ts";
import type { Context } from "../world.ts";
import { type Found, unreadable } from "./choose-sources.ts";
import { locate, type Meant } from "./find-meant.ts";

type Elsewhere = Extract<Meant, { kind: "elsewhere" }>;
type Rules = Pick<Settings, "sources" | "content">;
type Home = { readonly name: string; readonly isPrivate: boolean };

/** Each costs two requests. */
const mostRepositories = 5;

/**
 * Reads files of other repositories of the same owner: where the App is installed, and as far as the person
 * who asks may read, which is asked first, live. Everything else gets one and the same answer.
 */
export async function readElsewhere(
  context: Context<ReadingJob>,
  meant: readonly Meant[],
  own: { readonly home: Home; readonly settings: Rules },
): Promise<ReadonlyMap<Meant, Found[]>> {
  const found = new Map<Meant, Found[]>();
  const groups = Map.groupBy(
    meant.filter((one) => one.kind === "elsewhere"),
    ({ repository }) => repository.toLowerCase(),
  );
  for (const [index, group] of [...groups.values()].entries()) {
    const answers =
      index < mostRepositories
        ? await readOther(context, group, own)
        : group.map((one) =>
            refuse(one, `at most ${mostRepositories} other repositories are read for a draft: name fewer`),
          );
    for (const [at, one] of group.entries()) found.set(one, answers[at] ? [answers[at]] : []);
  }
  return found;
}

async function readOther(
  { job, world }: Context<ReadingJob>,
  group: readonly Elsewhere[],
  own: { readonly home: Home; readonly settings: Rules },
): Promise<Found[]> {
  const [owner = "", name = ""] = (group[0]?.repository ?? "").split("/");
  const repository = world.connectRepository({ installationId: job.asked.installationId, owner, name });
  const places = group.flatMap(({ reference }) => listCandidates(reference));
  const view = (await repository.mayRead(job.asked.asker)) ? await lookOrNot(repository, places) : null;
  if (!view) return group.map((one) => refuse(one, unreadable));
  const rules = readRules(view);
  // Everybody sees a public repository's pull requests, and what is told there of a private one.
  const isWithheld = view.isPrivate && !own.home.isPrivate;
  const at = (ref: string | null, path: string) =>
    view.looked[places.findIndex((place) => place.ref === ref && place.path === path)] ?? null;
  return group.map((one): Found => {
    const { reference } = one;
    const located = locate(reference, at);
    if (typeof located === "string") return refuse(one, unreadable);
    if (rules === null)
      return refuse(
        one,
        isWithheld ? unreadable : `the \`${settingsPath}\` of that repository has mistakes: mend them there`,
      );
    const { path, commit, entry } = located;
    const place = { repository: view.fullName, path, written: reference.written, commit };
    return {
      ...place,
      kind: "found",
      reference,
      entry,
      rules: [own.settings, rules],
      isWithheld,
      from: repository,
    };
  });
}

function listCandidates({ candidates, refs }: Elsewhere["reference"]): PlaceToLook[] {
  return candidates.map((path, index) => ({ ref: refs?.[index] ?? null, path, depth: 0 }));
}

/** What can be mended there must not be told here: whoever reads the answer may not even know the repository. */
async function lookOrNot(
  repository: Repository,
  places: readonly PlaceToLook[],
): Promise<RepositoryLook | null> {
  try {
    return await repository.look({ settingsPath, places });
  } catch (thrown) {
    if (thrown instanceof UserError || thrown instanceof PermanentError) return null;
    throw thrown;
  }
}

/** That repository's own word on what may be read of it; null when it cannot be understood. */
function readRules({ settings }: RepositoryLook): Rules | null {
  if (settings.kind === "missing") return Settings.parse({});
  const parsed =
    settings.kind === "file" && settings.text !== null ? parseSettings(settings.text, Settings) : null;
  return parsed?.ok ? parsed.settings : null;
}

function refuse({ reference }: Elsewhere, reason: string): Found {
  return { kind: "unread", path: reference.written, reason };
}
