-- PF-50: what a round asks the units of passing products for, up to a day.
create table product_filing.stage (
    id uuid primary key,
    year int not null references product_filing.round,
    run uuid not null references product_filing.recognition_run,
    title text not null,
    request text not null,
    due_on date not null,
    created_by uuid not null,
    created_at timestamptz not null
);
create index stage_list on product_filing.stage (year, id desc);

create table product_filing.stage_answer (
    id uuid primary key,
    stage uuid not null references product_filing.stage,
    recognition uuid not null references product_filing.recognition,
    text text,
    files text[] not null,
    answered_at timestamptz,
    version bigint not null,
    unique (stage, recognition)
);
create index stage_answer_list on product_filing.stage_answer (stage, id desc);
create index stage_answer_own on product_filing.stage_answer (recognition, id desc);
grant update on product_filing.stage_answer to ${application};
