/** Where what is to be put away at the end is noted: a test, mostly. */
export type Cleanup = { after(work: () => unknown): void };

/** Everything is put away in the order in which it was noted, even when something fails; then the failure is the test's. */
export function createCleanup(test: Cleanup): Cleanup {
  const works: (() => unknown)[] = [];
  test.after(async () => {
    const failures: unknown[] = [];
    for (const work of works) {
      try {
        await work();
      } catch (thrown) {
        failures.push(thrown);
      }
    }
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures);
  });
  return { after: (work) => void works.push(work) };
}
