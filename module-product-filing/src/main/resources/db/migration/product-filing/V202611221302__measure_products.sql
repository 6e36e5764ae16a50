-- CO-15: numbers of what was decided on candidates.
select core.create_number('WD');

-- PF-50: versions of scorecards; a row is never changed.
create table product_filing.scorecard (
    id uuid primary key,
    year int not null references product_filing.round,
    number int not null,
    title text not null,
    criteria jsonb not null,
    pass_mark numeric(5, 2) not null,
    created_by uuid not null,
    created_at timestamptz not null,
    unique (year, number)
);
create index scorecard_list on product_filing.scorecard (year, id desc);

-- PF-50: the products of a round measured by a scorecard on a day. missed counts by the places of its criteria; digest is
-- that of all results in their order, so that two runs can be compared. A dry run keeps no results.
create table product_filing.recognition_run (
    id uuid primary key,
    year int not null references product_filing.round,
    scorecard uuid not null references product_filing.scorecard,
    dry boolean not null,
    day date not null,
    measured bigint not null,
    met bigint not null,
    hidden bigint not null,
    missed bigint[] not null,
    digest text not null,
    started_by uuid not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    version bigint not null
);
create index recognition_run_list on product_filing.recognition_run (year, id desc);
grant update on product_filing.recognition_run to ${application};

create table product_filing.recognition_result (
    run uuid not null references product_filing.recognition_run,
    recognition uuid not null references product_filing.recognition,
    met boolean not null,
    hidden boolean not null,
    score numeric(5, 2) not null,
    missed int[] not null,
    industry text not null,
    category text not null,
    inputs jsonb not null,
    primary key (run, recognition)
);
create index recognition_result_tabs on product_filing.recognition_result (run, met, recognition);

-- The run that it was decided by; null before, and where staff decided without one.
alter table product_filing.recognition add column run uuid references product_filing.recognition_run;

-- The intake goes through the filed products in their order.
create index product_takes_part on product_filing.product (data_year, id) where state = 'FILED';

-- PF-53: which reminders were sent.
create table product_filing.recognition_reminder (
    recognition uuid not null references product_filing.recognition,
    days int not null,
    primary key (recognition, days)
);
