import assert from "node:assert/strict";
import { test } from "node:test";
import { completeManifest } from "../../../src/http/setup/manifest.ts";

test("the manifest is app.yml with the addresses of this process, the webhook's down to its path", () => {
  const manifest = JSON.parse(completeManifest("https://galley.example/below"));
  assert.deepEqual(manifest, {
    name: "galley",
    url: "https://galley.example/below",
    public: false,
    hook_attributes: { url: "https://galley.example/below/api/github/webhooks", active: true },
    redirect_url: "https://galley.example/below/setup/created",
    default_permissions: {
      contents: "write",
      issues: "write",
      pull_requests: "write",
      checks: "write",
      metadata: "read",
    },
    default_events: ["issue_comment", "pull_request", "push", "repository"],
  });
});
