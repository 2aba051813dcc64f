import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkRequest } from "../../src/ports/job-queue.ts";
import { enqueueSettings } from "../../src/triggers/enqueue-settings.ts";

const target = { installationId: 5, repository: { id: "7", owner: "acme", name: "notes" } };

test("the settings of a repository are read once for each cause", async () => {
  const requests: WorkRequest[] = [];
  const queue = {
    enqueue: async (request: WorkRequest) => {
      requests.push(request);
      return "enqueued" as const;
    },
  };
  await enqueueSettings("guid", target, "commit:c0ffee", { queue });
  assert.deepEqual(requests, [
    {
      deliveryId: "guid",
      key: { kind: "settings", repositoryId: "7", subject: "settings", revision: "commit:c0ffee" },
      installationId: 5,
      asker: null,
      job: { kind: "settings", target, because: "commit:c0ffee" },
    },
  ]);
});
