create table trial.closed_day (
    place bigint generated always as identity primary key,
    day date not null
);
