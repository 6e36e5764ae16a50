-- What an account has in review keeps it from being closed.
create index review_case_submitter_idx on core.review_case (submitted_by) where state in ('open', 'claimed');
