-- A merged post and where it went. `sending` is committed before the request leaves, so one row is sent once.
create table galley.publication (
  repository_id text not null,
  pull_request_number int not null,
  state text not null,
  body text,
  text_hash text,
  url text,
  reason text,
  updated_at timestamptz not null,
  primary key (repository_id, pull_request_number)
);

-- A draft that was closed without merging, so that it is not drafted again unasked.
create table galley.discard (
  repository_id text not null,
  pull_request_number int not null,
  issue_number int not null,
  sources jsonb not null,
  angle text not null,
  discarded_by text not null,
  discarded_at timestamptz not null,
  primary key (repository_id, pull_request_number)
);

-- What a discard remembers of the draft, kept with the pull request.
alter table galley.pull_request add column sources jsonb not null default '[]';
alter table galley.pull_request add column angle text not null default '';
