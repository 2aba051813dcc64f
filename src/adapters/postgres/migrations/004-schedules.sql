-- When a series of a repository is next due. Rows are those of the settings file as it was last read.
create table galley.schedule (
  repository_id text not null,
  series text not null,
  installation_id text not null,
  owner text not null,
  name text not null,
  -- The label of issues that wait to be drafted.
  label text not null,
  cron text not null,
  timezone text not null,
  next_at timestamptz not null,
  primary key (repository_id, series)
);
create index schedule_by_time on galley.schedule (next_at);
create index schedule_by_installation on galley.schedule (installation_id);

-- The drafts of a day in the repository's time zone, counted against its limit.
create table galley.draft_day (
  work_id uuid primary key references galley.work (id) on delete cascade,
  repository_id text not null,
  day text not null
);
create index draft_day_by_repository on galley.draft_day (repository_id, day);
