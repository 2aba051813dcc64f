import type { KeyObject } from "node:crypto";
import type { Delivery } from "./delivery.ts";
import type { GitRepository } from "./git/git-repository.ts";
import type { Limiter } from "./limits.ts";

/** Every record has the number that REST uses and the opaque id that GraphQL uses. */
type Identity = { id: number; nodeId: string };

export type Role = "read" | "triage" | "write" | "maintain" | "admin";

export type User = Identity & { login: string; type: "User" | "Organization" | "Bot" };

export type Label = Identity & { name: string; color: string; description: string | null };

export type Reaction = Identity & { content: ReactionContent; user: User; createdAt: string };

export type ReactionContent = (typeof reactionContents)[number];
/** As GraphQL spells them; REST's spelling is beside the REST operation. */
export const reactionContents = [
  "THUMBS_UP",
  "THUMBS_DOWN",
  "LAUGH",
  "HOORAY",
  "CONFUSED",
  "HEART",
  "ROCKET",
  "EYES",
] as const;

export type Comment = Identity & {
  kind: "comment";
  issue: Issue;
  body: string;
  author: User;
  createdAt: string;
  updatedAt: string;
  reactions: Reaction[];
};

/** An issue or, when `pull` is there, a pull request: GitHub numbers them in one row, and so do we. */
export type Issue = Identity & {
  kind: "issue";
  repository: Repository;
  number: number;
  title: string;
  body: string;
  author: User;
  state: "open" | "closed";
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  labels: Label[];
  comments: Comment[];
  reactions: Reaction[];
  /** Only those who may write can comment on it then. */
  locked: boolean;
  pull: Pull | undefined;
};

type Pull = {
  draft: boolean;
  baseBranch: string;
  headBranch: string;
  /** Kept after the branch is gone, as GitHub does. */
  headOid: string;
  baseOid: string;
  /** How it was merged; undefined while it is open, and when it was closed without. */
  merge: { oid: string; by: User; at: string } | undefined;
  /** Who closed it last. */
  closedBy: User | null;
  /** What it changes, counted when its head or base moved last. */
  size: PullSize;
  reviewComments: ReviewComment[];
};

export type PullSize = { commits: number; additions: number; deletions: number; changedFiles: number };

/** A comment on a line of what a pull request changes, or on a whole file of it when `line` is null. */
export type ReviewComment = Identity & {
  kind: "review-comment";
  pull: PullRequest;
  reviewId: number;
  body: string;
  path: string;
  line: number | null;
  startLine: number | null;
  side: "LEFT" | "RIGHT";
  diffHunk: string;
  commitOid: string;
  inReplyToId: number | undefined;
  author: User;
  createdAt: string;
  updatedAt: string;
  reactions: Reaction[];
};

export type PullRequest = Issue & { pull: Pull };

export type CheckRun = Identity & {
  kind: "check-run";
  repository: Repository;
  name: string;
  headOid: string;
  status: string;
  conclusion: string | null;
  detailsUrl: string | null;
  externalId: string | null;
  startedAt: string;
  completedAt: string | null;
  output: { title: string; summary: string; text: string | null } | undefined;
  annotations: Annotation[];
};

export type Annotation = {
  path: string;
  level: string;
  message: string;
  title: string | null;
  startLine: number;
  endLine: number;
};

export type Repository = Identity & {
  kind: "repository";
  owner: User;
  name: string;
  private: boolean;
  archived: boolean;
  /** Whether draft pull requests are supported; a private repository of a free plan has none. */
  drafts: boolean;
  /** "Automatically delete head branches", when a pull request was merged. */
  autoDeleteHead: boolean;
  /** Branches that nobody may push to, as a ruleset "Require a pull request" has it; `*` stands for anything. */
  protectedBranches: readonly string[];
  defaultBranch: string;
  git: GitRepository;
  collaborators: Map<string, Role>;
  labels: Label[];
  issues: Issue[];
  checkRuns: CheckRun[];
  createdAt: string;
};

/** One per owner. */
export type Installation = Identity & {
  account: User;
  createdAt: string;
  suspended: { at: string; by: User } | undefined;
  /** The repositories that the owner chose; undefined: all, those to come included. */
  repositoryIds: Set<number> | undefined;
};

/** The App that is registered on this host, with what its owner would download. */
export type App = Identity & {
  slug: string;
  name: string;
  clientId: string;
  clientSecret: string;
  privateKey: string;
  publicKey: KeyObject;
  webhookSecret: string;
  webhookUrl: string | undefined;
  hookId: number;
  bot: User;
  owner: User;
  permissions: Record<string, "read" | "write">;
  events: readonly string[];
};

/** Everything that this host knows, apart from git's objects. */
export type World = {
  url: string;
  dataDirectory: string;
  app: App;
  /** Apps that were registered and wait for their code to be converted, by that code. */
  registrations: Map<string, { app: App; expiresAt: number }>;
  users: Map<string, User>;
  installations: Map<number, Installation>;
  repositories: Repository[];
  /** Which repository an earlier `owner/name`, in lower case, leads to. */
  redirects: Map<string, Repository>;
  /** Issues, comments, labels and the like by node id. */
  nodes: Map<string, Repository | Issue | Comment | ReviewComment | CheckRun | LabelNode>;
  nextId: number;
  requestsUsed: number;
  /** Installation tokens that were given until then are refused; milliseconds. */
  tokensOverAt: number;
  /** The App's delivery log, oldest first. */
  deliveries: Delivery[];
  /** Those who hold requests and mutations to a limit. */
  limiters: Set<Limiter>;
  /** Sends a delivery of the log again. */
  redeliver: (id: string) => void;
  /** Called after something happened that an App may have subscribed to. */
  emit: (event: WebhookEvent) => void;
};

export type LabelNode = { kind: "label"; repository: Repository; label: Label };

export type WebhookEvent = {
  name: string;
  repository: Repository | undefined;
  owner: User;
  sender: User;
  payload: Record<string, unknown>;
};

/** This moment as GitHub writes it: whole seconds, UTC. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** The next number, with the node id that goes with it. */
export function newIdentity(world: World, prefix: string): Identity {
  world.nextId += 1;
  return { id: world.nextId, nodeId: nodeId(prefix, String(world.nextId)) };
}

/** A node id: opaque to those who use it, like GitHub's, but the same content always has the same id. */
export function nodeId(prefix: string, content: string): string {
  return `${prefix}_${Buffer.from(content).toString("base64url")}`;
}

/** The content of a node id that was made with this prefix. */
export function readNodeId(prefix: string, id: string): string | undefined {
  return id.startsWith(`${prefix}_`)
    ? Buffer.from(id.slice(prefix.length + 1), "base64url").toString()
    : undefined;
}

/** The account with this login; every well-formed login has one, so that a test need not sign anybody up. */
export function userOf(world: World, login: string): User | undefined {
  const known = world.users.get(login.toLowerCase());
  if (known) return known;
  if (!/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i.test(login)) return undefined;
  const user: User = { ...newIdentity(world, "U"), login, type: "User" };
  world.users.set(login.toLowerCase(), user);
  return user;
}
