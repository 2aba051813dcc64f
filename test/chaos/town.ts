import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { demoFiles, demoIssue } from "../support/fixtures.ts";
import { listAnswers, listPullRequests } from "../support/look.ts";
import type { Seen } from "./judge.ts";
import { choose, type Random } from "./random.ts";

/** A person gives at most ten commands an hour, so each of these gives eight in all. */
const editors = 30;
const repositories = 10;

type Asked = { readonly name: string; readonly number: number; readonly title: string };

/** Ten installations with a repository each, and the people who work there. */
export async function settleTown(sandbox: Sandbox, random: Random) {
  const logins = Array.from({ length: editors }, (_, at) => `editor-${at + 1}`);
  const names: string[] = [];
  for (let at = 1; at <= repositories; at += 1) {
    const { owner, name } = await sandbox.createRepository({
      owner: `owner-${at}`,
      name: "notes",
      private: true,
      drafts: true,
      files: describeFiles(at),
      collaborators: Object.fromEntries(["editor", ...logins].map((login) => [login, "write" as const])),
    });
    names.push(`${owner}/${name}`);
  }
  const asked: Asked[] = [];
  const handled = new Set<string>();
  const place = (name: string) => ({ sandbox, name });

  return {
    names,
    asked,

    /** Somebody opens an issue and comments `/draft`. */
    async ask(): Promise<void> {
      const name = choose(random, names);
      const person = sandbox.as(logins[asked.length % editors] ?? "editor-1");
      const title = `Restore number ${asked.length + 1} that nobody is proud of`;
      const { number } = await person.openIssue(name, { ...demoIssue, title });
      asked.push({ name, number, title });
      await person.comment(name, number, "/draft");
    },

    /** Somebody merges or closes a pull request that nobody has dealt with; some are left open. */
    async decide(): Promise<void> {
      const name = choose(random, names);
      const open = (await listPullRequests(place(name))).find(
        ({ number, state }) => state === "open" && !handled.has(`${name}#${number}`),
      );
      if (!open) return;
      handled.add(`${name}#${open.number}`);
      const person = sandbox.as(choose(random, logins));
      const fate = random();
      if (fate < 0.2) return;
      if (fate < 0.45) return await person.setPullRequestState(name, open.number, "closed");
      await person.setDraft(name, open.number, false);
      await person.mergePullRequest(name, open.number);
    },

    /** How everything that was asked for stands now. */
    async look(): Promise<Seen[]> {
      const pulls = new Map<string, Awaited<ReturnType<typeof listPullRequests>>>();
      for (const name of names) pulls.set(name, await listPullRequests(place(name)));
      return await Promise.all(asked.map((one) => see(sandbox, one, pulls.get(one.name) ?? [])));
    },
  };
}

async function see(
  sandbox: Sandbox,
  { name, number, title }: Asked,
  pulls: Awaited<ReturnType<typeof listPullRequests>>,
): Promise<Seen> {
  const own = pulls.filter((pull) => pull.title === title);
  const pullRequests = own.map(async (pull) => ({
    number: pull.number,
    fate:
      pull.state === "open" ? ("open" as const) : pull.merged_at ? ("merged" as const) : ("closed" as const),
    answers: await listAnswers({ sandbox, name }, pull.number),
    posts: sandbox.linkedin
      .posts()
      .filter(
        ({ rendered }) =>
          rendered.includes(`${findUrl(pull.body)}\n`) || rendered.endsWith(findUrl(pull.body)),
      ).length,
  }));
  return {
    name: `${name}#${number}`,
    answers: await listAnswers({ sandbox, name }, number),
    pullRequests: await Promise.all(pullRequests),
  };
}

/** The page of a post, by which its announcement is known. */
function findUrl(body: string): string {
  return /^Read it here: (\S+)$/m.exec(body)?.[1] ?? "nowhere";
}

function describeFiles(at: number) {
  const settings = `${demoFiles[".github/galley.yml"]}`.replace(
    "https://night-shift.example",
    `https://site-${at}.example`,
  );
  return Object.entries({ ...demoFiles, ".github/galley.yml": settings }).map(([path, text]) => ({
    path,
    text,
  }));
}
