-- ID-20: that an account took the place of another one, whose person had left. Its person proves to be who it is before
-- the account works, and nobody has to approve it again.
create table identity.handler_succession (
    account     uuid primary key references identity.handler_account,
    former      uuid not null references identity.handler_account,
    decided_by  text not null,
    decided_at  timestamptz not null
);

-- ID-15: what a provider has signed is taken once.
create table identity.credential_nonce (
    provider     uuid not null,
    nonce_index  bytea not null,
    expires_at   timestamptz not null,
    primary key (provider, nonce_index)
);
create index credential_nonce_expired on identity.credential_nonce (expires_at);
grant delete on identity.credential_nonce to ${application};

-- ID-15: the serials that their provider has revoked. They stay: a certificate is not given back.
create table identity.credential_revocation (
    provider    uuid not null,
    serial      text not null,
    revoked_at  timestamptz not null,
    primary key (provider, serial)
);

-- ID-15: the sessions that credentials have opened, with whom the provider names as holder; the id is the session's.
create table identity.credential_session (
    id              uuid primary key,
    provider        uuid not null,
    serial          text not null,
    kind            text not null check (kind in ('digital-certificate', 'e-licence')),
    organisation    uuid not null,
    holder_name     text,
    holder_id_type  text,
    holder_number   core.sealed not null,
    opened_at       timestamptz not null,
    expires_at      timestamptz not null,
    check ((holder_name is null) = (holder_id_type is null))
);
create index credential_session_serial on identity.credential_session (provider, serial);
create index credential_session_expired on identity.credential_session (expires_at);
grant update, delete on identity.credential_session to ${application};
