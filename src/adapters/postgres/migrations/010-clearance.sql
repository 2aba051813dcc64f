-- What the sources of a pull request hold that may be confidential: hashes, and what each is. No value is kept.
create table galley.secret (
  repository_id text not null,
  pull_request_number integer not null,
  hashes text not null,
  primary key (repository_id, pull_request_number)
);
-- What of it the pull request says, under the number by which people release it.
create table galley.clearance (
  repository_id text not null,
  pull_request_number integer not null,
  number integer not null,
  value_hash text not null,
  released_by text,
  released_at timestamptz,
  primary key (repository_id, pull_request_number, value_hash),
  unique (repository_id, pull_request_number, number)
);
