-- Deliveries seen, so that one that arrives twice acts once.
create table galley.delivery (
  guid text primary key,
  seen_at timestamptz not null
);

-- A piece of work and its identity. `attempt` fences checkpoints: an attempt that lost its job cannot write.
create table galley.work (
  id uuid primary key,
  kind text not null,
  repository_id text not null,
  subject text not null,
  revision text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  attempt int not null default 0,
  outcome text,
  -- What was asked, in the asker's words; forgotten when the work ends. The queue holds only the id.
  payload jsonb,
  unique (kind, repository_id, subject, revision)
);
create index work_by_asker on galley.work (asked_by, asked_at);

-- The saved result of a named step.
create table galley.checkpoint (
  work_id uuid not null references galley.work (id) on delete cascade,
  step text not null,
  attempt int not null,
  value jsonb not null,
  primary key (work_id, step)
);

-- Which work may draft an issue: one at a time, however many ask.
create table galley.draft_claim (
  repository_id text not null,
  issue_number int not null,
  work_id uuid not null references galley.work (id),
  primary key (repository_id, issue_number)
);

-- The pull requests that are ours, with the commit that we made.
create table galley.pull_request (
  repository_id text not null,
  number int not null,
  work_id uuid not null references galley.work (id),
  issue_number int not null,
  node_id text not null,
  branch text not null,
  file text not null,
  head_oid text not null,
  primary key (repository_id, number)
);
create index pull_request_by_issue on galley.pull_request (repository_id, issue_number);
