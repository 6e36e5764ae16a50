-- Attempts are counted by the login as typed, by the account behind it, and by the address they come from; those from a
-- known device of the account by that device alone, so that nobody else's guesses keep it out (CO-22).
alter table core.sign_in_attempt
    add column account_id  uuid,
    add column device_id   uuid,
    add column network     text;
create index sign_in_attempt_account_idx on core.sign_in_attempt (account_id, attempted_at);
create index sign_in_attempt_device_idx on core.sign_in_attempt (device_id, attempted_at) where device_id is not null;
create index sign_in_attempt_network_idx on core.sign_in_attempt (network, attempted_at);

-- A device that an account has signed in from, known by the SHA-256 of the token it was given.
create table core.known_device (
    id            uuid primary key,
    account_id    uuid not null references core.account,
    token_hash    bytea not null unique,
    created_at    timestamptz not null,
    last_used_at  timestamptz not null
);
create index known_device_account_idx on core.known_device (account_id, last_used_at);
grant update, delete on core.known_device to ${application};

-- Where a session was opened, and by what: the account's sign-ins are read from here.
alter table core.session
    add column address     text,
    add column user_agent  text,
    add column opened_by   text,
    add column renewed_at  timestamptz,
    add column gated       boolean not null default false;
create index session_of_account_idx on core.session (account_id, id desc);
