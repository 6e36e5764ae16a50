-- CO-40, CO-45, RL-12: a message goes to a phone or an address, and what it says is sealed like whom it goes to. Rows from
-- before keep their text.
alter table core.message rename column phone to recipient;
alter table core.message rename column phone_masked to recipient_masked;
alter table core.message
    add column channel text not null default 'SMS' check (channel in ('SMS', 'EMAIL')),
    add column content bytea not null default '',
    -- CO-41: past it the message would say what is no longer true.
    add column not_after timestamptz,
    alter column text drop not null,
    alter column parameters drop not null;
alter table core.message
    alter column channel drop default,
    alter column content drop default;
