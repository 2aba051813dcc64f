import type { Recurrence } from "../jobs/find-next-time.ts";
import type { Target } from "../jobs/payload.ts";

/** A series that is drafted by itself. */
type Schedule = Recurrence & { readonly series: string };

/** What became of the row that was due first; null when none is. */
export type Taken = {
  readonly repositoryId: string;
  readonly series: string;
  /** `busy`: the series' work of an earlier time is not finished. `forgotten`: its time can no longer be computed. */
  readonly outcome: "enqueued" | "duplicate" | "busy" | "forgotten";
} | null;

/** Which series of which repository is due when. */
export interface Schedules {
  /**
   * Makes these the schedules of a repository. One that is there already, with the same recurrence, keeps the
   * time at which it is next due, even when that has passed.
   */
  replace(target: Target, label: string, schedules: readonly Schedule[]): Promise<void>;
  /** The repository is no longer ours to look after. */
  forgetRepositories(repositoryIds: readonly string[]): Promise<void>;
  /** The App was uninstalled there. */
  forgetInstallation(installationId: number): Promise<void>;
  /**
   * Takes in the work of the row that is due first and moves it on to its next time, both or neither. Times
   * that were missed are made up for once. Several processes that ask at the same time get different rows.
   */
  takeDue(): Promise<Taken>;
}
