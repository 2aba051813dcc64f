-- Read and written as a whole, so nothing is gained by taking it apart; and compressing it takes longer than storing it.
alter table galley.work alter column payload type text using payload::text;
alter table galley.work alter column payload set storage external;
