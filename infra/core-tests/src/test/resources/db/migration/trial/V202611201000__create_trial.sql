select core.create_number('TN');
select core.create_number('TO');
select core.create_number('TS');

create table trial.note (
    id uuid primary key,
    owner uuid not null,
    name text not null,
    amount int not null,
    picture uuid,
    state text not null,
    version bigint not null
);
create index note_owner on trial.note (owner, id desc);
grant update, delete on trial.note to ${application};

create table trial.heard (
    event uuid primary key,
    aggregate uuid not null,
    name text not null,
    place bigint generated always as identity
);

create table trial.turn (
    id bigint generated always as identity primary key,
    job uuid,
    at bigint
);
