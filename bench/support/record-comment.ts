import { z } from "zod";
import { startSandbox } from "../../src/sandbox/start.ts";

const person = z.looseObject({ login: z.string(), id: z.number() });

/** What is changed from one delivery to the next; the rest stays as it was delivered. */
const Recorded = z.looseObject({
  comment: z.looseObject({ id: z.number(), node_id: z.string(), body: z.string(), user: person }),
  installation: z.looseObject({ id: z.number() }),
  sender: person,
});

export type RecordedComment = z.infer<typeof Recorded>;

/** A comment on an issue with this text, as the sandbox delivers it: with all that GitHub tells of the issue and its repository. */
export async function recordComment(issueText: string): Promise<RecordedComment> {
  const sandbox = await startSandbox();
  try {
    // Nobody takes it; it is kept with what was sent.
    sandbox.setWebhookUrl("http://127.0.0.1:9/");
    await sandbox.createRepository({ owner: "acme", name: "notes", files: [] });
    const issue = { title: "What queues promise", body: issueText };
    const { number } = await sandbox.as("ana").openIssue("acme/notes", issue);
    await sandbox.as("ana").comment("acme/notes", number, "/draft");
    await sandbox.deliveriesSettled();
    const found = sandbox.deliveries().find(({ event }) => event === "issue_comment");
    return Recorded.parse(found?.payload);
  } finally {
    await sandbox.close();
  }
}
