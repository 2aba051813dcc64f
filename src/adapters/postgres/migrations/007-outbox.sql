-- Work is taken in by one statement, and given to the queue right after: until then it is not queued.
alter table galley.work add column installation_id text;
alter table galley.work add column queued_at timestamptz;
update galley.work set queued_at = asked_at;
create index work_not_queued on galley.work (asked_at) where queued_at is null and outcome is null;
