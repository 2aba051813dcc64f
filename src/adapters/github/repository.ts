import { z } from "zod";
import { PermanentError, UserError } from "../../errors.ts";
import type { Permission, Repository } from "../../ports/repository.ts";
import { announce, comment } from "./announce.ts";
import { postChecks } from "./check-runs.ts";
import type { GithubClient } from "./client.ts";
import { deleteBranch } from "./delete-branch.ts";
import { findOpened } from "./find-opened.ts";
import { finish } from "./finish.ts";
import { listIdeas } from "./list-ideas.ts";
import { listDays, look } from "./look.ts";
import { openPullRequest } from "./open.ts";
import { readRepository } from "./read.ts";
import { readClosed } from "./read-closed.ts";
import { readSettings } from "./read-settings.ts";
import { readTexts } from "./read-texts.ts";
import { acknowledge, answer, findOwnComment } from "./thread.ts";

/** The repository port on GitHub, as one installation. */
export function createRepository(
  client: GithubClient,
  asked: { readonly owner: string; readonly name: string },
): Repository {
  // A query follows a repository that was renamed; a commit is made under the name that it has now.
  const place = { owner: asked.owner, name: asked.name };
  const learn = (fullName: string) => {
    [place.owner = place.owner, place.name = place.name] = fullName.split("/");
  };
  return {
    permission: (login) => askPermission(client, place, login),
    mayRead: (login) => mayRead(client, place, login),
    look: (request) => look(client, place, request),
    listDays: (request) => listDays(client, place, request),
    async read(request) {
      const view = await readRepository(client, place, request);
      if (view) learn(view.fullName);
      if (!view) throw new UserError("This repository is empty: commit the transcripts first.");
      return view;
    },
    readSettings: (path) => readSettings(client, place, path),
    listIdeas: (request) => listIdeas(client, place, request),
    readBlob: (oid) => readBlob(client, place, oid),
    listBranches: (containing) => listBranches(client, place, containing),
    acknowledge: (thread, body) => acknowledge(client, thread, body),
    answer: (thread, reply) => answer(client, thread, reply),
    findOwnComment: (thread, marker) => findOwnComment(client, thread, marker),
    open: (request, found) =>
      openPullRequest(client, { ...request, repository: `${place.owner}/${place.name}` }, found),
    findOpened: (request) => findOpened(client, place, request, learn),
    finish: (request) => finish(client, place, request),
    postChecks: (request) => postChecks(client, place, request),
    readClosed: (request) => readClosed(client, place, request),
    readTexts: (places) => readTexts(client, place, places),
    announce: (request) => announce(client, request),
    deleteBranch: (nodeId) => deleteBranch(client, nodeId),
    comment: (request) => comment(client, request),
  };
}

/**
 * The one gate that can be trusted for an App: `author_association` and `viewerPermission` speak of somebody
 * else. In a public repository everybody has `read`; `maintain` comes back as `write`.
 */
async function askPermission(
  client: GithubClient,
  place: { owner: string; name: string },
  login: string,
): Promise<Permission> {
  const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
  const data = await client.rest("look up who may command", route, {
    owner: place.owner,
    repo: place.name,
    username: login,
  });
  return z.object({ permission: z.enum(["admin", "write", "read", "none"]).catch("none") }).parse(data)
    .permission;
}

/**
 * GitHub answers an installation 404, or 403 for a public one, about a repository that is not part of it; every
 * refusal is a no.
 */
async function mayRead(
  client: GithubClient,
  place: { owner: string; name: string },
  login: string,
): Promise<boolean> {
  try {
    return (await askPermission(client, place, login)) !== "none";
  } catch (thrown) {
    if (thrown instanceof PermanentError || thrown instanceof UserError) return false;
    throw thrown;
  }
}

async function readBlob(
  client: GithubClient,
  place: { owner: string; name: string },
  oid: string,
): Promise<Uint8Array> {
  const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
  const data = await client.rest("read a large file", route, {
    owner: place.owner,
    repo: place.name,
    file_sha: oid,
  });
  const { content } = z.object({ content: z.string(), encoding: z.literal("base64") }).parse(data);
  return Buffer.from(content, "base64");
}

/** A hundred names that hold the text are enough to find a free one among `name`, `name-2`, …. */
async function listBranches(
  client: GithubClient,
  place: { owner: string; name: string },
  containing: string,
): Promise<string[]> {
  const document = `query ListBranches($owner: String!, $name: String!, $containing: String!) {
    repository(owner: $owner, name: $name) {
      refs(refPrefix: "refs/heads/", query: $containing, first: 100) { nodes { name } }
    }
  }`;
  const Answer = z.object({
    repository: z.object({ refs: z.object({ nodes: z.array(z.object({ name: z.string() })) }) }),
  });
  const answered = Answer.parse(await client.query("list branches", document, { ...place, containing }));
  return answered.repository.refs.nodes.map(({ name }) => name);
}
