-- CO-1, CO-5: the modules that this database has had, also those that are gone. The owner writes it when it migrates.
create table core.module (
    id text primary key,
    version text not null,
    schema_name text not null,
    first_migrated_at timestamptz not null,
    last_migrated_at timestamptz not null
);
revoke insert on core.module from ${application};
