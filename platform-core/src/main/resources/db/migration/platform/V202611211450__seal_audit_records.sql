-- CO-56: the chain of the audit trail, made outside the transactions of those who write. A row for each record, in the
-- order of commit; what is hashed is in docs/audit.md.
create table core.audit_seal (
    sequence bigint primary key check (sequence > 0),
    record_id uuid not null unique,
    txid xid8 not null,
    previous text not null check (previous ~ '^[0-9a-f]{64}$'),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz not null
);
create index audit_seal_sealed_at on core.audit_seal (sealed_at, sequence);

-- The head of the chain as it was signed and taken outside the database, once a day.
create table core.audit_anchor (
    day date primary key,
    sequence bigint not null,
    hash text not null,
    jws text not null,
    public_key text not null
);
create index audit_anchor_sequence on core.audit_anchor (sequence);

-- CO-55: what the trail is searched by.
create index audit_record_account on core.audit_record (account, id);
create index audit_record_action on core.audit_record (action, id);
create index audit_record_trace on core.audit_record (trace_id, id);
