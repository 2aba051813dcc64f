import type { Clock } from "../../ports/clock.ts";

/** As long as GitHub keeps a code. */
const lifeMs = 3_600_000;
/** Somebody who reloads the page gets a state each time; the oldest go first. */
const maxStates = 20;

/** What goes to GitHub with the person and must come back: once, within an hour. */
export type States = {
  issue(): string;
  /** Whether it was issued and not redeemed before; from now on it is. */
  redeem(state: string): boolean;
};

/** States that live in this process alone: a restart begins set-up anew. */
export function createStates(makeToken: () => string, clock: Clock): States {
  const issued = new Map<string, number>();
  return {
    issue() {
      const state = makeToken();
      issued.set(state, clock.now().getTime() + lifeMs);
      for (const oldest of [...issued.keys()].slice(0, -maxStates)) issued.delete(oldest);
      return state;
    },
    redeem(state) {
      const expiresAt = issued.get(state);
      issued.delete(state);
      return expiresAt !== undefined && clock.now().getTime() < expiresAt;
    },
  };
}
