create schema galley;
create table galley.checkpoint (
  work_id uuid not null,
  step text not null,
  attempt integer not null,
  value jsonb not null
);
create table galley.delivery (
  guid text not null,
  seen_at timestamp with time zone not null
);
create table galley.discard (
  repository_id text not null,
  pull_request_number integer not null,
  issue_number integer not null,
  sources jsonb not null,
  angle text not null,
  discarded_by text not null,
  discarded_at timestamp with time zone not null
);
create table galley.draft_claim (
  repository_id text not null,
  issue_number integer not null,
  work_id uuid not null
);
create table galley.draft_day (
  work_id uuid not null,
  repository_id text not null,
  day text not null
);
create table galley.installation (
  id text not null,
  state text not null,
  noticed_at timestamp with time zone not null
);
create table galley.instance (
  id uuid not null,
  started_at timestamp with time zone default now() not null,
  seen_at timestamp with time zone default now() not null
);
create table galley.migration (
  number integer not null,
  name text not null,
  applied_at timestamp with time zone default now() not null
);
create table galley.publication (
  repository_id text not null,
  pull_request_number integer not null,
  state text not null,
  body text,
  text_hash text,
  url text,
  reason text,
  updated_at timestamp with time zone not null,
  instance_id uuid
);
create table galley.pull_request (
  repository_id text not null,
  number integer not null,
  work_id uuid not null,
  issue_number integer not null,
  node_id text not null,
  branch text not null,
  file text not null,
  head_oid text not null,
  sources jsonb default '[]'::jsonb not null,
  angle text default ''::text not null,
  installation_id text,
  owner text,
  name text,
  ended text,
  ended_at timestamp with time zone,
  looked_at timestamp with time zone,
  slug text,
  day text
);
create table galley.redelivery (
  guid text not null,
  attempts integer not null,
  asked_at timestamp with time zone not null
);
create table galley.running (
  job_id uuid not null,
  instance_id uuid not null
);
create table galley.schedule (
  repository_id text not null,
  series text not null,
  installation_id text not null,
  owner text not null,
  name text not null,
  label text not null,
  cron text not null,
  timezone text not null,
  next_at timestamp with time zone not null
);
create table galley.watch (
  name text not null,
  held_by uuid,
  held_until timestamp with time zone,
  seen_until timestamp with time zone
);
create table galley.work (
  id uuid not null,
  kind text not null,
  repository_id text not null,
  subject text not null,
  revision text not null,
  asked_by text not null,
  asked_at timestamp with time zone not null,
  attempt integer default 0 not null,
  outcome text,
  payload jsonb,
  installation_id text,
  queued_at timestamp with time zone
);
insert into galley.checkpoint (work_id, step, attempt, value) values ('6fe54906-72dd-45e8-b90e-f8425f4c0f20', 'read', '1', E'{"text": "What a source said;\\nover two lines."}');
insert into galley.delivery (guid, seen_at) values ('delivery-3', '2026-05-05 09:00:00+00');
insert into galley.delivery (guid, seen_at) values ('delivery-4', '2026-05-05 09:00:00+00');
insert into galley.delivery (guid, seen_at) values ('delivery-5', '2026-05-05 09:00:00+00');
insert into galley.discard (repository_id, pull_request_number, issue_number, sources, angle, discarded_by, discarded_at) values ('7', '9', '4', '["talks/restore.md"]', 'Drills, not tools; ''twice''', 'editor', '2026-05-05 09:00:00+00');
insert into galley.draft_claim (repository_id, issue_number, work_id) values ('7', '3', '588d4525-33a0-4891-85e0-7d53941506a8');
insert into galley.draft_claim (repository_id, issue_number, work_id) values ('7', '4', 'c71db526-b248-4faf-b23f-facdef980f8c');
insert into galley.draft_claim (repository_id, issue_number, work_id) values ('7', '5', '6fe54906-72dd-45e8-b90e-f8425f4c0f20');
insert into galley.draft_day (work_id, repository_id, day) values ('588d4525-33a0-4891-85e0-7d53941506a8', '7', '2026-05-05');
insert into galley.draft_day (work_id, repository_id, day) values ('6fe54906-72dd-45e8-b90e-f8425f4c0f20', '7', '2026-05-05');
insert into galley.draft_day (work_id, repository_id, day) values ('c71db526-b248-4faf-b23f-facdef980f8c', '7', '2026-05-05');
insert into galley.installation (id, state, noticed_at) values ('6', 'suspended', '2026-11-21 15:04:28.527+00');
insert into galley.instance (id, started_at, seen_at) values ('a3d6e268-8fd6-44d3-b789-3817d6994f79', '2026-11-21 15:04:28.472+00', '2026-11-21 15:04:28.472+00');
insert into galley.migration (number, name, applied_at) values ('1', '001-work.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('2', '002-publication.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('3', '003-instances.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('4', '004-schedules.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('5', '005-reconcile.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('6', '006-names.sql', '2026-11-21 15:04:28.149+00');
insert into galley.migration (number, name, applied_at) values ('7', '007-outbox.sql', '2026-11-21 15:04:28.149+00');
insert into galley.publication (repository_id, pull_request_number, state, body, text_hash, url, reason, updated_at, instance_id) values ('7', '8', 'sent', 'Grüße 👋, with ''quotes''.', '0adffb082a04718fa8dbdca9b0b7c1941f2177263f5d60ff844f70ada1f0f7d8', 'https://example.com/p', NULL, '2026-05-05 09:00:00+00', NULL);
insert into galley.publication (repository_id, pull_request_number, state, body, text_hash, url, reason, updated_at, instance_id) values ('7', '9', 'sending', 'Under way.', '21493190b9d6bfef6dfc1f1d6aaba065bb40b548a8ae5edc23a29d01df337262', NULL, NULL, '2026-05-05 09:00:00+00', 'a3d6e268-8fd6-44d3-b789-3817d6994f79');
insert into galley.pull_request (repository_id, number, work_id, issue_number, node_id, branch, file, head_oid, sources, angle, installation_id, owner, name, ended, ended_at, looked_at, slug, day) values ('7', '8', '588d4525-33a0-4891-85e0-7d53941506a8', '3', 'PR_8', 'blog/2026-05-05-post-8', 'content/blog/post-8.md', 'c0ffee', '["talks/restore.md"]', 'Drills, not tools; ''twice''', '5', 'acme', 'notes', NULL, NULL, NULL, 'post-8', '2026-05-05');
insert into galley.pull_request (repository_id, number, work_id, issue_number, node_id, branch, file, head_oid, sources, angle, installation_id, owner, name, ended, ended_at, looked_at, slug, day) values ('7', '9', 'c71db526-b248-4faf-b23f-facdef980f8c', '4', 'PR_9', 'blog/2026-05-05-post-9', 'content/blog/post-9.md', 'c0ffee', '["talks/restore.md"]', 'Drills, not tools; ''twice''', '5', 'acme', 'notes', 'closed', '2026-11-21 15:04:28.47+00', NULL, 'post-9', '2026-05-05');
insert into galley.redelivery (guid, attempts, asked_at) values ('redelivered', '1', '2026-05-05 09:00:00+00');
insert into galley.running (job_id, instance_id) values ('1f4a37e7-a8ae-4bba-bdf7-4c49e7e63bbe', 'a3d6e268-8fd6-44d3-b789-3817d6994f79');
insert into galley.schedule (repository_id, series, installation_id, owner, name, label, cron, timezone, next_at) values ('7', 'The Constellation', '5', 'acme', 'notes', 'blog-idea', '0 9 * * 2', 'America/New_York', '2026-05-05 13:00:00+00');
insert into galley.watch (name, held_by, held_until, seen_until) values ('deliveries', NULL, NULL, '2026-05-05 09:00:00+00');
insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, attempt, outcome, payload, installation_id, queued_at) values ('588d4525-33a0-4891-85e0-7d53941506a8', 'draft', '7', 'issue:3', 'comment:300', 'editor', '2026-05-05 09:00:00+00', '1', 'opened', NULL, '5', NULL);
insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, attempt, outcome, payload, installation_id, queued_at) values ('6fe54906-72dd-45e8-b90e-f8425f4c0f20', 'draft', '7', 'issue:5', 'comment:500', 'editor', '2026-05-05 09:00:00+00', '1', NULL, E'{"kind": "draft", "asked": {"asker": "editor", "issue": {"nodeId": "I_5", "number": 5}, "place": "issue", "comment": {"id": "500", "nodeId": "IC_5"}, "repository": {"id": "7", "name": "notes", "owner": "acme"}, "installationId": 5}, "workId": "6fe54906-72dd-45e8-b90e-f8425f4c0f20", "issueText": {"body": "`talks/restore.md`; a line\\nand another", "title": "Restore drills"}}', '5', NULL);
insert into galley.work (id, kind, repository_id, subject, revision, asked_by, asked_at, attempt, outcome, payload, installation_id, queued_at) values ('c71db526-b248-4faf-b23f-facdef980f8c', 'draft', '7', 'issue:4', 'comment:400', 'editor', '2026-05-05 09:00:00+00', '1', 'opened', NULL, '5', NULL);
alter table galley.checkpoint add constraint checkpoint_pkey PRIMARY KEY (work_id, step);
alter table galley.delivery add constraint delivery_pkey PRIMARY KEY (guid);
alter table galley.discard add constraint discard_pkey PRIMARY KEY (repository_id, pull_request_number);
alter table galley.draft_claim add constraint draft_claim_pkey PRIMARY KEY (repository_id, issue_number);
alter table galley.draft_day add constraint draft_day_pkey PRIMARY KEY (work_id);
alter table galley.installation add constraint installation_pkey PRIMARY KEY (id);
alter table galley.instance add constraint instance_pkey PRIMARY KEY (id);
alter table galley.migration add constraint migration_pkey PRIMARY KEY (number);
alter table galley.publication add constraint publication_pkey PRIMARY KEY (repository_id, pull_request_number);
alter table galley.pull_request add constraint pull_request_pkey PRIMARY KEY (repository_id, number);
alter table galley.redelivery add constraint redelivery_pkey PRIMARY KEY (guid);
alter table galley.running add constraint running_pkey PRIMARY KEY (job_id);
alter table galley.schedule add constraint schedule_pkey PRIMARY KEY (repository_id, series);
alter table galley.watch add constraint watch_pkey PRIMARY KEY (name);
alter table galley.work add constraint work_kind_repository_id_subject_revision_key UNIQUE (kind, repository_id, subject, revision);
alter table galley.work add constraint work_pkey PRIMARY KEY (id);
alter table galley.checkpoint add constraint checkpoint_work_id_fkey FOREIGN KEY (work_id) REFERENCES galley.work(id) ON DELETE CASCADE;
alter table galley.draft_claim add constraint draft_claim_work_id_fkey FOREIGN KEY (work_id) REFERENCES galley.work(id);
alter table galley.draft_day add constraint draft_day_work_id_fkey FOREIGN KEY (work_id) REFERENCES galley.work(id) ON DELETE CASCADE;
alter table galley.pull_request add constraint pull_request_work_id_fkey FOREIGN KEY (work_id) REFERENCES galley.work(id);
CREATE INDEX draft_day_by_repository ON galley.draft_day USING btree (repository_id, day);
CREATE INDEX publication_sending ON galley.publication USING btree (instance_id) WHERE (state = 'sending'::text);
CREATE INDEX pull_request_by_issue ON galley.pull_request USING btree (repository_id, issue_number);
CREATE INDEX pull_request_to_look_at ON galley.pull_request USING btree (looked_at NULLS FIRST) WHERE ((ended IS NULL) OR (ended = 'closed'::text));
CREATE INDEX running_by_instance ON galley.running USING btree (instance_id);
CREATE INDEX schedule_by_installation ON galley.schedule USING btree (installation_id);
CREATE INDEX schedule_by_time ON galley.schedule USING btree (next_at);
CREATE INDEX work_by_asker ON galley.work USING btree (asked_by, asked_at);
CREATE INDEX work_not_queued ON galley.work USING btree (asked_at) WHERE ((queued_at IS NULL) AND (outcome IS NULL));
