-- CO-50: an event that a subscriber could not take is held for that subscriber and that aggregate: retrying until it was
-- tried often enough, then parked for somebody to settle; later events of the aggregate are waiting behind it.
create table core.held_event (
    id uuid primary key,
    subscriber text not null,
    event uuid not null references core.event,
    txid xid8 not null,
    aggregate uuid not null,
    state text not null check (state in ('waiting', 'retrying', 'parked')),
    failures int not null,
    due_at timestamptz not null,
    last_error text,
    held_at timestamptz not null
);
create unique index held_event_once on core.held_event (subscriber, event);
create index held_event_turn on core.held_event (subscriber, aggregate, txid, event);
create index held_event_due on core.held_event (subscriber, due_at) where state = 'retrying';
create index held_event_state on core.held_event (state, id);
create index held_event_order on core.held_event (txid, event);
grant update, delete on core.held_event to ${application};

alter table core.event_cursor drop column failures, drop column last_error;
