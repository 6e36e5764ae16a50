-- Phone and e-mail sign in where the realm says so, and are then unique in it. An e-mail reserves nothing before a code
-- has confirmed it. Sample accounts, which exist in development and tests only, are spared what their user has no way to.
alter table core.account
    add column phone_unique        boolean not null default false,
    add column email               bytea,
    add column email_index         bytea,
    add column email_confirmed_at  timestamptz,
    add column email_unique        boolean not null default false,
    add column sample              boolean not null default false,
    add constraint account_email_check check ((email is null) = (email_index is null)),
    add constraint account_email_unique_check check (not email_unique or email_confirmed_at is not null),
    drop constraint account_state_check,
    add constraint account_state_check check (state in ('active', 'disabled', 'closed'));
create unique index account_phone_key on core.account (realm, phone_index) where phone_unique;
create unique index account_email_key on core.account (realm, email_index) where email_unique;
