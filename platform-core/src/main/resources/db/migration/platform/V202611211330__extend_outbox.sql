-- CO-41, CO-43: an attempt is claimed before the provider is called, and what may not go out yet is held. States: queued,
-- held, claimed (by a node), sending (handed over now), sent, delivered, undelivered, dropped, dead (given up), unclear
-- (the provider may have it), discarded.
alter table core.message
    -- Codes go out at any hour, before all else and over all limits.
    add column urgent boolean not null default false,
    -- Keyed: whom it goes to is counted, not read.
    add column recipient_index bytea not null default '',
    -- The present attempt, and until when it is this node's.
    add column attempt uuid,
    add column claimed_until timestamptz,
    -- Business time.
    add column held_until timestamptz,
    add column counted_on date,
    add column provider text,
    add column delivered_at timestamptz;
alter table core.message
    alter column urgent drop default,
    alter column recipient_index drop default;
drop index core.message_due;
create index message_due on core.message (urgent desc, due_at, id) where state = 'queued';
create index message_claimed on core.message (claimed_until) where state in ('claimed', 'sending');
create index message_held on core.message (held_until, id) where state = 'held';
create index message_stuck on core.message (id) where state in ('dead', 'unclear');
create index message_provider on core.message (provider, provider_id) where provider_id is not null;
grant delete on core.message to ${application};

-- CO-43, RL-9: how many messages a recipient had on a business date, of a template and, under an empty one, of all.
create table core.message_quota (
    day date not null,
    recipient bytea not null,
    template text not null,
    used int not null,
    primary key (day, recipient, template)
);
grant update, delete on core.message_quota to ${application};

-- CO-38: what an account was told, whether or not a phone or mailbox could be reached.
create table core.inbox_entry (
    id uuid primary key,
    account uuid not null,
    module text not null,
    template text not null,
    content core.sealed not null,
    link text,
    created_at timestamptz not null,
    read_at timestamptz
);
create index inbox_entry_account on core.inbox_entry (account, id desc);
create index inbox_entry_module on core.inbox_entry (account, module, id desc);
create index inbox_entry_unread on core.inbox_entry (account, id desc) where read_at is null;
create index inbox_entry_created on core.inbox_entry (created_at);
grant update, delete on core.inbox_entry to ${application};
