import type { Idea } from "../../../ports/ideas.ts";
import type { Repository } from "../../../ports/repository.ts";
import { parseBrief } from "../../../sources/parse-brief.ts";
import type { ScheduleJob } from "../../payload.ts";
import type { Context } from "../world.ts";

/** Pages of fifty that are looked at: what lies further back waits for those before it. */
const mostPages = 10;
/** A label can come from an issue template, so that strangers hold places; each of them costs a request. */
const mostAsked = 50;

/** An idea with the person it is drafted for. */
export type ChosenIdea = Idea & { readonly author: string };

/**
 * The ideas that a schedule may draft, oldest first: open, labelled, not passed over, of this series or of
 * none, by somebody who may write, which is asked live, each person once. A string ends the list: why nothing
 * is drafted this time.
 */
export async function* listIdeas(context: Context<ScheduleJob>): AsyncGenerator<ChosenIdea | string> {
  const { job, repository, world } = context;
  const repositoryId = job.target.repository.id;
  const pullRequestNumbers = await world.store.listScheduledPullRequests(repositoryId, job.series);
  const mayWrite = askOnce(repository);
  let after: string | null = null;
  for (let count = 0; count < mostPages; count += 1) {
    const page = await repository.listIdeas({ label: job.label, pullRequestNumbers, after });
    if (page.isArchived) return yield "the repository is archived";
    if (page.hasOpenPullRequest) return yield "an earlier draft of the series is still open";
    const numbers = page.ideas.map(({ number }) => number);
    const passedOver = await world.store.listPassedOver(repositoryId, numbers);
    for (const { author, ...idea } of page.ideas) {
      if (author === null || passedOver.has(idea.number) || !isOfSeries(idea, job.series)) continue;
      if (await mayWrite(author)) yield { ...idea, author };
    }
    if (page.next === null) return;
    after = page.next;
  }
}

/** An issue that names a series is that one's alone; one that names none fits any. */
export function isOfSeries({ title, body }: Pick<Idea, "title" | "body">, series: string): boolean {
  const named = parseBrief(title, body).series;
  return named === null || named.toLowerCase() === series.toLowerCase();
}

function askOnce(repository: Pick<Repository, "permission">): (login: string) => Promise<boolean> {
  const known = new Map<string, boolean>();
  return async (login) => {
    const answered = known.get(login);
    if (answered !== undefined) return answered;
    if (known.size === mostAsked) return false;
    const permission = await repository.permission(login);
    const mayWrite = permission === "admin" || permission === "write";
    known.set(login, mayWrite);
    return mayWrite;
  };
}
