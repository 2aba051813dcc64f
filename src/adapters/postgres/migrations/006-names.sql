-- The names that a draft was given, for the address of its page. Null where it was opened before they were kept.
alter table galley.pull_request add column slug text;
alter table galley.pull_request add column day text;
