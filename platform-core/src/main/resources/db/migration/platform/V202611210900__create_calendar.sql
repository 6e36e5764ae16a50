-- CO-71: the notices of public holidays that administrators gave, a row a year. They go before those that come with the
-- platform, which lie in its jar and not here, so that a release may correct them.
create table core.holiday_notice (
    year        int primary key check (year between 2000 and 2199),
    days        jsonb not null,
    version     bigint not null,
    changed_at  timestamptz not null
);
grant update on core.holiday_notice to ${application};
