-- CO-27: clients of OAuth 2.0. Of a secret only the SHA-256 is kept; of a key pair only the public part.
-- Tokens of a generation below the client's are refused.
create table core.client (
    id              uuid primary key,
    name            text not null,
    authentication  text not null check (authentication in ('client_secret_basic', 'private_key_jwt')),
    secret_sha256   text check (secret_sha256 ~ '^[0-9a-f]{64}$'),
    jwks            text,
    scopes          text not null,
    networks        text not null,
    state           text not null check (state in ('active', 'disabled')),
    generation      integer not null default 0,
    version         bigint not null default 0,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    voided_at       timestamptz,
    check ((secret_sha256 is not null) = (authentication = 'client_secret_basic')),
    check ((jwks is not null) = (authentication = 'private_key_jwt'))
);
create index client_voided_idx on core.client (voided_at) where voided_at is not null;
grant update on core.client to ${application};

-- RFC 7523: an assertion that has been taken is taken no second time until it has expired.
create table core.client_assertion (
    client_id   uuid not null references core.client,
    jti_sha256  text not null,
    expires_at  timestamptz not null,
    primary key (client_id, jti_sha256)
);
create index client_assertion_expires_idx on core.client_assertion (expires_at);
grant delete on core.client_assertion to ${application};

-- RFC 7009: single tokens that were ended before their time.
create table core.revoked_token (
    id          uuid primary key,
    revoked_at  timestamptz not null,
    expires_at  timestamptz not null
);
create index revoked_token_revoked_idx on core.revoked_token (revoked_at);
create index revoked_token_expires_idx on core.revoked_token (expires_at);
grant delete on core.revoked_token to ${application};

-- The client that a sign-in came by; null for one that asked the platform's own API alone.
alter table core.session add column client_id uuid references core.client;

alter table core.audit_record add column client uuid;
