-- Which sentences of a post rest on which passages: hashes and places, no text. One row for each version of a post
-- that was looked at, until the pull request is merged.
create table galley.ledger (
  repository_id text not null,
  pull_request_number int not null,
  post_hash text not null,
  value jsonb not null,
  first_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (repository_id, pull_request_number, post_hash)
);
