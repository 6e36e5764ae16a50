
-- CO-15: a sequence for each kind of number, made by the migration of the module that owns the kind.
create function core.create_number(prefix text) returns void
language plpgsql as $$
begin
    if prefix !~ '^[A-Z]{2}$' then
        raise exception 'a number''s prefix is two capitals: %', prefix;
    end if;
    execute format('create sequence core.%I maxvalue 9999999 cycle', 'number_' || lower(prefix));
end
$$;

-- CO-12: the first answer to a key of a caller, kept 24 hours. A concurrent repeat waits on the primary key.
create table core.idempotency_key (
    caller uuid not null,
    key text not null,
    request_hash bytea not null,
    status int,
    location text,
    etag text,
    body bytea,
    created_at timestamptz not null,
    primary key (caller, key)
);
create index idempotency_key_created on core.idempotency_key (created_at);
grant update, delete on core.idempotency_key to ${application};

-- CO-55: one record for each change, never updated, never deleted by the application.
create table core.audit_record (
    id uuid primary key,
    at timestamptz not null,
    action text not null,
    account uuid,
    realm text,
    address text,
    subject_type text,
    subject_id uuid,
    outcome text not null,
    digest jsonb not null,
    trace_id text not null,
    txid xid8 not null default pg_current_xact_id()
);
create index audit_record_subject on core.audit_record (subject_id, id);
create index audit_record_txid on core.audit_record (txid, id);

-- CO-50: events are read in commit order: only below the oldest transaction still running.
create table core.event (
    id uuid primary key,
    txid xid8 not null default pg_current_xact_id(),
    type text not null,
    aggregate uuid not null,
    payload jsonb not null,
    at timestamptz not null
);
create index event_order on core.event (type, txid, id);

create table core.event_cursor (
    subscriber text primary key,
    txid xid8 not null,
    event uuid not null,
    failures int not null,
    last_error text
);
grant update on core.event_cursor to ${application};

-- CO-40, CO-41: the outbox. The phone is sealed; the mask is what staff and logs may see.
create table core.message (
    id uuid primary key,
    template text not null,
    account uuid,
    phone bytea not null,
    phone_masked text not null,
    parameters jsonb not null,
    text text not null,
    state text not null,
    attempts int not null,
    due_at timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    provider_id text,
    last_error text
);
create index message_due on core.message (due_at, id) where state = 'queued';
create index message_created on core.message (created_at desc, id desc);
grant update on core.message to ${application};

-- CO-46: cases and their history. A subject has one open case at most.
create table core.review_case (
    id uuid primary key,
    number text not null unique,
    type text not null,
    subject uuid not null,
    title text not null,
    organisation uuid,
    region text,
    submitted_by uuid not null,
    submitter_person uuid,
    snapshot jsonb not null,
    state text not null,
    claimed_by uuid,
    submitted_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null
);
create unique index review_case_open on core.review_case (subject) where state in ('open', 'claimed');
create index review_case_queue on core.review_case (type, state, id desc);
create index review_case_subject on core.review_case (subject, id desc);
grant update on core.review_case to ${application};

create table core.review_history (
    id uuid primary key,
    review_case uuid not null references core.review_case,
    at timestamptz not null,
    actor uuid not null,
    role text not null,
    action text not null,
    reason text not null,
    remarks jsonb not null
);
create index review_history_case on core.review_history (review_case, id);
