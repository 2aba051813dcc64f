-- The angles that were proposed for an issue last, and for which text of it: a number in a later command means one of them.
create table galley.angles (
  repository_id text not null,
  issue_number int not null,
  -- Hash of the issue's title and text: when they change, so may what is meant.
  issue_hash text not null,
  -- Titles and angles in their order; nothing that the sources say.
  angles jsonb not null,
  proposed_at timestamptz not null,
  primary key (repository_id, issue_number)
);
