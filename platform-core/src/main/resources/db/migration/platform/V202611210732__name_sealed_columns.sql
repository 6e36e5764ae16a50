-- CO-58: what is sealed under the master key has this type, by which platform.reseal finds it when the key is replaced:
-- a column of a table whose primary key is one column, and which the application may update. A value in clear does not
-- get in; an empty one stands for none.
create domain core.sealed as bytea check (
    octet_length(value) = 0 or (octet_length(value) >= 33 and substring(value from 1 for 1) = '\x01'::bytea));

alter table core.account alter column phone type core.sealed, alter column email type core.sealed;
alter table core.message alter column recipient type core.sealed, alter column content type core.sealed;
alter table core.signing_key alter column private_jwk type core.sealed;
alter table core.captcha alter column answer type core.sealed;
alter table core.code alter column target type core.sealed;
grant update on core.captcha to ${application};

-- A value is sealed for its column, followed by the key of its row; where it is another place, a comment says so.
comment on column core.signing_key.private_jwk is 'sealed for core.signing_key.private_jwk/';
comment on column core.message.recipient is 'sealed for core.message.phone';

-- Keys of the installation that outlive a master key: the one of the blind indexes.
create table core.secret (
    name        text primary key,
    value       core.sealed not null,
    created_at  timestamptz not null
);
grant update on core.secret to ${application};
