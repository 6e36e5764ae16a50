-- CO-58: what is sealed under the master key has this type, by which platform.reseal finds it when the key is replaced:
-- a column of a table whose primary key is one column. A value in clear does not get in.
create domain core.sealed as bytea check (octet_length(value) >= 33 and substring(value from 1 for 1) = '\x01'::bytea);

alter table core.account alter column phone type core.sealed;
alter table core.message alter column phone type core.sealed;
alter table core.signing_key alter column private_jwk type core.sealed;

-- Keys of the installation that outlive a master key: the one of the blind indexes.
create table core.secret (
    name        text primary key,
    value       core.sealed not null,
    created_at  timestamptz not null
);
grant update on core.secret to ${application};
