/**
 * The settings of the queue, with the reason for each. Where a number was measured, the measurement is
 * the reason (pg-boss 12.30 on PGlite 0.5).
 */
export const workerSettings = {
  /** With batches, groups left 39 of 40 jobs waiting for 25 s; one by one all 40 were done in 2.3 s. */
  batchSize: 1,
  /** Drafts of different installations at the same time; mostly they wait for the network. */
  localConcurrency: 4,
  /** One at a time for each installation, so that none starves another; at most one in each process, see `startWorkers`. */
  groupConcurrency: 1,
  /** A retry sends no NOTIFY and otherwise waits for the relaxed poll of 30 s. */
  notifyPollingIntervalSeconds: 1,
  pollingIntervalSeconds: 1,
  includeMetadata: true,
} as const;

/** With doubling from 2 s this spans about ten minutes: longer than a deploy or an outage of GitHub's usual length. */
export const retries = 8;

export const queueSettings = {
  /** Workers are woken when a job is created instead of waiting for their poll. */
  notify: true,
  /** Heartbeats do not extend this, and a job that runs longer is run twice: our own step timeouts are far below. */
  expireInSeconds: 4 * 60 * 60,
  /** One to spare, so that a job is never at its last when it has to wait for a limit: that costs none of `retries`. */
  retryLimit: retries + 1,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 300,
} as const;

/** How long a stop may take in all; platforms kill after ten seconds. */
export const stopTimeoutMs = 8_000;
