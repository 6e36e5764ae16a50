-- CO-32: the forms that this database has had, each with the SHA-256 of its files: documents in it were made by them.
create table core.form_version (
    id       text primary key,
    hash     text        not null,
    taken_at timestamptz not null
);
grant update on core.form_version to ${application};
