import { z } from "zod";
import { parseCommand } from "../commands/parse-command.ts";
import { isServed } from "../jobs/is-served.ts";
import { identifyWork, type NewJob } from "../jobs/payload.ts";
import type { JobQueue } from "../ports/job-queue.ts";
import type { Log } from "../ports/log.ts";

/** The few fields of an `issue_comment` delivery that are used; the rest is not looked at. */
const IssueComment = z.object({
  action: z.literal("created"),
  installation: z.object({ id: z.int().positive() }),
  repository: z.object({
    id: z.int(),
    name: z.string().min(1),
    owner: z.object({ login: z.string().min(1) }),
  }),
  sender: z.object({ login: z.string().min(1), type: z.string() }),
  issue: z.object({
    number: z.int().positive(),
    node_id: z.string().min(1),
    title: z.string(),
    body: z.string().nullish(),
    pull_request: z.unknown().optional(),
  }),
  comment: z.object({
    id: z.int(),
    node_id: z.string().min(1),
    body: z.string(),
    user: z.object({ login: z.string(), type: z.string() }),
  }),
});

/**
 * Somebody wrote a comment: when it is a command of ours on a repository that is served, the work is
 * enqueued before this returns. Everything else is left alone without a word. Who may command is asked
 * later, by the job: nothing here touches GitHub.
 */
export async function enqueueIssueComment(
  delivery: { readonly id: string; readonly payload: unknown },
  world: { readonly allowedOwners: readonly string[]; readonly queue: JobQueue; readonly log: Log },
): Promise<void> {
  const parsed = IssueComment.safeParse(delivery.payload);
  if (!parsed.success) return;
  const { repository, sender, comment } = parsed.data;
  // Our own comments come back as deliveries, and another App's bot may never command this one.
  if (sender.type === "Bot" || comment.user.type === "Bot" || comment.user.login !== sender.login) return;

  const job = planJob(parsed.data);
  if (!job) return;
  const fields = { deliveryId: delivery.id, repositoryId: repository.id, issue: parsed.data.issue.number };
  if (!isServed(world.allowedOwners, repository.owner.login)) {
    world.log.info(fields, "Ignored a command: the owner is not served");
    return;
  }
  const outcome = await world.queue.enqueue({
    deliveryId: delivery.id,
    key: identifyWork(job),
    installationId: parsed.data.installation.id,
    asker: sender.login,
    job,
  });
  world.log.info({ ...fields, kind: job.kind, outcome }, "Took in a command");
}

function planJob(payload: z.infer<typeof IssueComment>): NewJob | null {
  const { installation, repository, sender, issue, comment } = payload;
  const place = issue.pull_request ? "pull-request" : "issue";
  const command = parseCommand(comment.body, place);
  if (!command) return null;
  const asked = {
    installationId: installation.id,
    repository: { id: String(repository.id), owner: repository.owner.login, name: repository.name },
    place,
    issue: { number: issue.number, nodeId: issue.node_id },
    comment: { id: String(comment.id), nodeId: comment.node_id },
    asker: sender.login,
  } as const;
  if (command.kind === "misuse")
    return { kind: "reply", asked, reply: { about: "misuse", sentence: command.sentence } };
  if (command.name === "help") return { kind: "reply", asked, reply: { about: "help" } };
  if (command.name === "linkedin") return { kind: "linkedin", asked, command: command.linkedin };
  if (command.name === "release") return { kind: "release", asked, release: command.release };
  const issueText = { title: issue.title, body: issue.body ?? "" };
  if (command.name !== "draft") return { kind: "angles", asked, issueText };
  return { kind: "draft", asked, issueText, ...(command.angle === null ? {} : { angle: command.angle }) };
}
