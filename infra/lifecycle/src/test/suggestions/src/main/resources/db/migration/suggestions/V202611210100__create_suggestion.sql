select core.create_number('SG');

create table suggestions.suggestion (
    id uuid primary key,
    owner uuid not null,
    text text not null,
    state text not null,
    version bigint not null
);
create index suggestion_owner on suggestions.suggestion (owner, id desc);
create index suggestion_state on suggestions.suggestion (state, id desc);
grant update on suggestions.suggestion to ${application};

create table suggestions.count_run (
    id bigint generated always as identity primary key,
    suggestions bigint not null
);
