create table core.organisation (
    id            uuid primary key,
    uscc          text not null unique,
    name          text not null,
    former_names  text[] not null default '{}',
    region        text not null,
    created_at    timestamptz not null
);
grant update on core.organisation to ${application};

create table core.person (
    id          uuid primary key,
    name        text not null,
    created_at  timestamptz not null
);
grant update on core.person to ${application};

-- The phone is sealed (RL-12); its blind index finds it again.
create table core.account (
    id                    uuid primary key,
    realm                 text not null,
    login                 text not null,
    password_hash         text,
    person_id             uuid references core.person,
    organisation_id       uuid references core.organisation,
    phone                 bytea,
    phone_index           bytea,
    state                 text not null check (state in ('active', 'disabled')),
    must_change_password  boolean not null,
    region                text,
    version               bigint not null default 0,
    created_at            timestamptz not null,
    constraint account_login_key unique (realm, login),
    check ((phone is null) = (phone_index is null))
);
create index account_person_idx on core.account (person_id);
create index account_organisation_idx on core.account (organisation_id);
create index account_phone_idx on core.account (realm, phone_index);
grant update on core.account to ${application};

create table core.account_role (
    account_id  uuid not null references core.account,
    role        text not null,
    primary key (account_id, role)
);
grant delete on core.account_role to ${application};

-- A sign-in and its refresh family. Tokens of a generation below the session's are refused.
create table core.session (
    id          uuid primary key,
    account_id  uuid not null references core.account,
    realm       text not null,
    generation  integer not null default 0,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    voided_at   timestamptz
);
create index session_account_idx on core.session (account_id) where revoked_at is null;
create index session_voided_idx on core.session (voided_at) where voided_at is not null;
create index session_expires_idx on core.session (expires_at);
grant update, delete on core.session to ${application};

-- Every refresh token of a session by its SHA-256: a rotated one that comes back is known as such.
create table core.refresh_token (
    token_hash  bytea primary key,
    session_id  uuid not null references core.session on delete cascade,
    created_at  timestamptz not null,
    rotated_at  timestamptz
);
create index refresh_token_session_idx on core.refresh_token (session_id);
create index refresh_token_rotated_idx on core.refresh_token (rotated_at) where rotated_at is not null;
grant update, delete on core.refresh_token to ${application};

-- Names that do not exist are counted alike, so the login stands here as a blind index (RL-10).
create table core.sign_in_attempt (
    id            uuid primary key,
    realm         text not null,
    login_index   bytea not null,
    attempted_at  timestamptz not null,
    outcome       text not null check (outcome in ('pending', 'failed', 'succeeded'))
);
create index sign_in_attempt_login_idx on core.sign_in_attempt (realm, login_index, attempted_at);
create index sign_in_attempt_time_idx on core.sign_in_attempt (attempted_at);
grant update, delete on core.sign_in_attempt to ${application};

create table core.signing_key (
    kid          text primary key,
    public_jwk   text not null,
    private_jwk  bytea not null,
    not_before   timestamptz not null,
    retires_at   timestamptz
);
grant update, delete on core.signing_key to ${application};

-- What all nodes must see: polled, see org.tongban.core.token.ChangeFeed.
create table core.change (
    topic    text primary key,
    version  bigint not null
);
grant update on core.change to ${application};
