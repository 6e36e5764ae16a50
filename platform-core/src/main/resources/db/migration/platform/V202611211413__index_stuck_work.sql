-- CO-83c: what is counted and listed because it may be stuck.
create index job_failed on core.job (finished_at) where state = 'failed';
create index file_unfinished on core.file (id) where sha256 is null;
create index file_unfinished_since on core.file (created_at) where sha256 is null;
