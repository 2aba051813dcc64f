import { Settings } from "../../src/jobs/tasks/settings.ts";
import type { Once } from "../../src/ports/writer.ts";
import { Speakers } from "../../src/sources/speakers.ts";

const once: Once = (_step, _schema, make) => make();

/** What a draft is asked for with where nothing is set: the defaults, nobody known, nothing kept from one step to the next. */
export const plainRequest = {
  speakers: Speakers.parse({}),
  pseudonyms: {},
  style: Settings.parse({}).style,
  voiceNotes: null,
  isJudged: true,
  tokensPerDraft: 60_000,
  once,
  spending: { load: async () => ({ promptTokens: 0, completionTokens: 0 }), save: async () => {} },
};
