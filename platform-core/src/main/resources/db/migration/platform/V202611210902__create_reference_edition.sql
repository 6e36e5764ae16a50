-- CO-70: the edition of a reference set that was imported last, one row a set. It goes before the one in the platform's
-- jar. A code that was in an earlier edition stays in every later one, ended, for records may have it.
create table core.reference_edition (
    name         text primary key,
    entries      jsonb not null,
    version      bigint not null,
    imported_at  timestamptz not null
);
grant update on core.reference_edition to ${application};
