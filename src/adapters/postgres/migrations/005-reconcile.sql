-- Whose turn it is to look for what was missed, and up to when GitHub's delivery log has been seen.
create table galley.watch (
  name text primary key,
  held_by uuid,
  held_until timestamptz,
  seen_until timestamptz
);

-- Deliveries that were asked for again, so that each is asked for a bounded number of times.
create table galley.redelivery (
  guid text primary key,
  attempts int not null,
  asked_at timestamptz not null
);

-- Installations that cannot be reached, as far as is known.
create table galley.installation (
  id text primary key,
  state text not null,
  noticed_at timestamptz not null
);

-- Where a pull request of ours lies now, what is known of its end, and when it was last looked at.
alter table galley.pull_request add column installation_id text;
alter table galley.pull_request add column owner text;
alter table galley.pull_request add column name text;
alter table galley.pull_request add column ended text;
alter table galley.pull_request add column ended_at timestamptz;
alter table galley.pull_request add column looked_at timestamptz;
create index pull_request_to_look_at on galley.pull_request (looked_at nulls first) where ended is null or ended = 'closed';
