-- CO-25: codes sent to phones and addresses, and the proofs that right ones yield. A code to nobody (RL-10) has no target.
-- The rows of a day are what the limits count.
create table core.code (
    id uuid primary key,
    purpose text not null,
    realm text not null,
    session_id uuid,
    -- Empty: to nobody.
    target bytea not null,
    target_index bytea not null,
    login_index bytea not null,
    address_index bytea not null,
    -- Keyed: there are only a million codes.
    digest bytea not null,
    tries int not null,
    state text not null check (state in ('open', 'proven', 'consumed')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    proof_hash bytea unique,
    proof_expires_at timestamptz
);
create index code_target on core.code (target_index, created_at);
create index code_login on core.code (login_index, created_at);
create index code_address on core.code (address_index, created_at);
create index code_created on core.code (created_at);
grant update, delete on core.code to ${application};

-- RL-9: how many were sent on a day, in all.
create table core.code_day (
    day date primary key,
    sent int not null
);
grant update, delete on core.code_day to ${application};
