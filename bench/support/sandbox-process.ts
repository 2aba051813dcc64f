import { startSandbox } from "../../src/sandbox/start.ts";

/** A sandbox in a process of its own, which says where it is, and how large it ever was when it is asked. */
const sandbox = await startSandbox();
const blog = await sandbox.createRepository({
  owner: "acme",
  name: "blog",
  collaborators: { maya: "write" },
  files: [{ path: "interviews/talk.md", text: "Maya: We restore the backup each Monday.\n".repeat(1_200) }],
});
process.send?.({ url: sandbox.url, app: sandbox.app, blog });
process.on("message", (message) => {
  if (message === "size") {
    const { maxRSS } = process.resourceUsage();
    process.send?.({ peakMb: maxRSS / 1024, nowMb: process.memoryUsage().rss / 1024 ** 2 });
    return;
  }
  sandbox.setWebhookUrl(String(message));
  process.send?.("listening");
});
process.on("disconnect", () => process.exit());
