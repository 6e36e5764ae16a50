-- CO-60b: what a key of documents signed is checked for years; it is published as long as that, and signs no token.
alter table core.signing_key
    add column purpose text not null default 'token' check (purpose in ('token', 'document'));
alter table core.signing_key alter column purpose drop default;
