import type { Repository } from "../../../ports/repository.ts";
import { maxCandidates } from "../../../sources/find-references.ts";
import { judgeSize } from "../../../sources/judge-file.ts";
import { pickNewest, readDay } from "../../../sources/pick-newest.ts";
import { type ReadingJob, settingsPath } from "../../payload.ts";
import type { Settings } from "../settings.ts";
import type { Context } from "../world.ts";
import { describeTotal, type Found } from "./choose-sources.ts";
import type { Meant } from "./find-meant.ts";
import { readElsewhere } from "./read-elsewhere.ts";

/** Asking when a file was committed last takes GitHub a walk through the history for each. */
const mostDays = 50;

/** The repository that a draft is for: its name, and whether everybody can see it. */
type Home = { readonly name: string; readonly isPrivate: boolean };

type Unseen = Extract<Meant, { kind: "unseen" }>;
type Several = Extract<Meant, { kind: "several" }>;
type Single = Exclude<Meant, Several>;

/**
 * Reads what the first look did not: files of folders and patterns and those behind links in one request,
 * one more where only the history tells which are the newest, and two for each other repository.
 */
export async function readMeant(
  context: Context<ReadingJob>,
  meant: readonly Meant[],
  { home, settings }: { readonly home: Home; readonly settings: Pick<Settings, "sources" | "content"> },
): Promise<Found[]> {
  const { repository } = context;
  const single = keepWithinLimits(await pickFiles(repository, meant), settings);
  const elsewhere = await readElsewhere(context, single, { home, settings });
  const unseen = single.filter((one) => one.kind === "unseen");
  const texts = unseen.length > 0 ? await readTexts(repository, unseen) : [];
  return single.flatMap((one): Found[] => {
    if (one.kind === "unread") return [one];
    if (one.kind === "elsewhere") return elsewhere.get(one) ?? [];
    const entry = one.kind === "seen" ? one.entry : texts[unseen.indexOf(one)];
    const { reference, path, commit } = one;
    const place = { repository: home.name, path, written: path, commit, rules: [settings] };
    const found = entry ?? { kind: "missing" };
    return [{ ...place, kind: "found", reference, entry: found, isWithheld: false, from: repository }];
  });
}

/** The files that folders and patterns stand for, and a word on those that are left out. */
async function pickFiles(repository: Repository, meant: readonly Meant[]): Promise<Single[]> {
  const days = await readDays(repository, meant);
  return meant.flatMap((one): Single[] => {
    if (one.kind !== "several") return [one];
    const { reference, commit, files, most } = one;
    const dated = files.map((file) => ({ ...file, day: readDay(file.path) ?? days.get(file.path) ?? null }));
    const picked = pickNewest(dated, most).map(
      ({ path, bytes }): Single => ({
        kind: "unseen",
        reference: { ...reference, lines: null },
        path,
        commit,
        bytes,
      }),
    );
    const left = files.length - picked.length;
    if (left === 0) return picked;
    const reason = `${left} of its ${files.length} files, which are older than the ${most} that are read`;
    return [...picked, { kind: "unread", path: reference.written, reason }];
  });
}

/** Asked only where names do not tell which files are the newest, and not all are read. */
async function readDays(
  repository: Repository,
  meant: readonly Meant[],
): Promise<Map<string, string | null>> {
  const isOpen = (one: Meant): one is Several => one.kind === "several" && one.files.length > one.most;
  const open = meant.filter(isOpen);
  const undated = open.flatMap(({ files }) => files.map((file) => ({ ...file, day: readDay(file.path) })));
  const paths = pickNewest(
    undated.filter(({ day }) => day === null),
    mostDays,
  ).map(({ path }) => path);
  const [first] = open;
  if (!first || paths.length === 0) return new Map();
  const days = await repository.listDays({ commit: first.commit, paths });
  return new Map(paths.map((path, index) => [path, days[index] ?? null]));
}

/** What is too large or too much is not asked for at all. */
function keepWithinLimits(meant: readonly Single[], { sources }: Pick<Settings, "sources">): Single[] {
  const { fileMegabytes, totalMegabytes } = sources;
  let bytesLeft = totalMegabytes * 1_000_000;
  let filesLeft = maxCandidates;
  return meant.map((one): Single => {
    if (one.kind === "seen" && one.entry.kind === "file") bytesLeft -= one.entry.bytes;
    if (one.kind !== "unseen") return one;
    const reason =
      judgeSize(one.bytes, fileMegabytes) ??
      (one.bytes > bytesLeft ? describeTotal(totalMegabytes) : null) ??
      (filesLeft === 0 ? `at most ${maxCandidates} files are read for a draft: name fewer` : null);
    if (reason !== null) return { kind: "unread", path: one.path, reason };
    bytesLeft -= one.bytes;
    filesLeft -= 1;
    return one;
  });
}

async function readTexts(repository: Repository, unseen: readonly Unseen[]) {
  const places = unseen.map(({ path, commit }) => ({ ref: commit, path, depth: 0 }));
  const { looked } = await repository.look({ settingsPath, places });
  return looked.map((one) => one?.entry);
}
