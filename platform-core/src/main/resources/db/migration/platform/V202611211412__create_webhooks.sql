-- CO-51: where clients, or operators for others, want to be told of events. The secrets are sealed under the master key;
-- the former one signs too until previous_until. An endpoint that fails is left alone until paused_until.
create table core.webhook (
    id uuid primary key,
    client uuid references core.client,
    created_by uuid,
    url text not null,
    event_types text not null,
    contact core.sealed not null,
    secret core.sealed not null,
    previous_secret core.sealed not null,
    previous_until timestamptz not null,
    state text not null check (state in ('active', 'disabled')),
    disabled_for text check (disabled_for in ('asked', 'failing', 'gone')),
    failures int not null default 0,
    failing_since timestamptz,
    paused_until timestamptz not null,
    -- Events of earlier transactions are none of its business.
    txid xid8 not null default pg_current_xact_id(),
    version bigint not null default 0,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((disabled_for is not null) = (state = 'disabled'))
);
create index webhook_client on core.webhook (client, id);
grant update, delete on core.webhook to ${application};

create table core.webhook_delivery (
    id uuid primary key,
    webhook uuid not null references core.webhook on delete cascade,
    event uuid not null,
    type text not null,
    aggregate uuid not null,
    happened_at timestamptz not null,
    state text not null check (state in ('queued', 'claimed', 'delivered', 'dead')),
    attempts int not null,
    claim uuid,
    claimed_until timestamptz,
    due_at timestamptz not null,
    gives_up_at timestamptz not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    last_error text
);
create unique index webhook_delivery_once on core.webhook_delivery (webhook, event);
create index webhook_delivery_due on core.webhook_delivery (webhook, due_at, id) where state = 'queued';
create index webhook_delivery_over on core.webhook_delivery (gives_up_at) where state = 'queued';
create index webhook_delivery_late on core.webhook_delivery (due_at) where state = 'queued';
create index webhook_delivery_claimed on core.webhook_delivery (claimed_until) where state = 'claimed';
create index webhook_delivery_webhook on core.webhook_delivery (webhook, id);
create index webhook_delivery_webhook_state on core.webhook_delivery (webhook, state, id);
create index webhook_delivery_state on core.webhook_delivery (state, id);
create index webhook_delivery_created on core.webhook_delivery (created_at);
grant update, delete on core.webhook_delivery to ${application};

create table core.webhook_attempt (
    id uuid primary key,
    delivery uuid not null references core.webhook_delivery on delete cascade,
    at timestamptz not null,
    millis int not null,
    status int,
    error text
);
create index webhook_attempt_delivery on core.webhook_attempt (delivery, id);
grant delete on core.webhook_attempt to ${application};
