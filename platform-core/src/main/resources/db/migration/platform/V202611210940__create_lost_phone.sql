-- CO-24b: requests for another phone in the place of a lost one. One that names no account is kept for a day, so that
-- nothing tells it from others (RL-10).
create table core.lost_phone (
    id uuid primary key,
    account uuid references core.account,
    new_phone core.sealed not null,
    state text not null check (state in ('asked', 'agreed', 'granted', 'effective', 'refused', 'stopped', 'void', 'nobody')),
    -- As its reviewers see it: no phone in clear.
    document jsonb not null,
    asked_at timestamptz not null,
    effective_at timestamptz,
    check ((account is null) = (state = 'nobody')),
    check ((effective_at is null) = (state <> 'granted'))
);
create index lost_phone_due on core.lost_phone (effective_at) where state = 'granted';
create index lost_phone_account on core.lost_phone (account);
create index lost_phone_nobody on core.lost_phone (asked_at) where state = 'nobody';
grant update, delete on core.lost_phone to ${application};

-- CO-35: who has no account uploads by the proof of a code, a few files at a time.
create index file_loose on core.file (uploader) where record_id is null;

-- CO-15: the numbers of both reviews.
select core.create_number('SJ');
select core.create_number('SF');
