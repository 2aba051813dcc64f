import { UserError } from "../../errors.ts";
import type { RepositoryEntry } from "../../sources/judge-file.ts";
import { parseSettings, renderMistakes } from "../../sources/parse-settings.ts";
import { type SettingsJob, settingsPath } from "../payload.ts";
import { Settings } from "./settings.ts";
import { connectContext, type TaskWorld } from "./world.ts";

/**
 * Reads the settings of a repository as they are now and keeps what they schedule. Settings that cannot be
 * read leave everything as it was: nobody asked, so the log alone says why, and `/draft` says it to people.
 */
export async function reschedule(job: SettingsJob, world: TaskWorld, signal: AbortSignal): Promise<void> {
  const attempt = await world.store.begin(job.workId);
  if (!attempt) return;
  const { repository } = connectContext(job, attempt, world, signal);
  const fields = { workId: job.workId, repositoryId: job.target.repository.id };
  try {
    const settings = parse(await repository.readSettings(settingsPath));
    const schedules = settings.series.flatMap(({ name, schedule }) =>
      schedule ? [{ series: name, ...schedule }] : [],
    );
    await world.schedules.replace(job.target, settings.backlog.label, schedules);
    world.log.info({ ...fields, schedules: schedules.length }, "Read what the settings schedule");
    await attempt.finish("read");
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    world.log.info({ ...fields, reason: thrown.message }, "Left the schedules as they were");
    await attempt.finish("refused");
  }
}

function parse(entry: RepositoryEntry): Settings {
  if (entry.kind === "missing") return Settings.parse({});
  const text = entry.kind === "file" ? entry.text : null;
  if (text === null) throw new UserError("The settings are not a text file.");
  const parsed = parseSettings(text, Settings);
  if (!parsed.ok) throw new UserError(`The settings have mistakes: ${renderMistakes(parsed.mistakes)}`);
  return parsed.settings;
}
