-- The processes that share this database. One that has not been seen for a while, by the database's own clock, is dead.
create table galley.instance (
  id uuid primary key,
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
);

-- Who works on a job of the queue, so that a dead process's jobs are taken up by another.
create table galley.running (
  job_id uuid primary key,
  instance_id uuid not null
);
create index running_by_instance on galley.running (instance_id);

-- Who sends an announcement: nobody can know what became of it when that process is dead.
alter table galley.publication add column instance_id uuid;
create index publication_sending on galley.publication (instance_id) where state = 'sending';
