-- ID-31: what was found for who asks for a forgotten account, under the id of the code that was sent; none for nobody.
create table identity.recovery (
    id          uuid primary key,
    accounts    text[] not null,
    created_at  timestamptz not null
);
create index recovery_created on identity.recovery (created_at);
grant delete on identity.recovery to ${application};
