-- Long work in steps: each step commits with its cursor.
create table core.job (
    id uuid primary key,
    type text not null,
    dedup_key text,
    state text not null check (state in ('queued', 'running', 'done', 'failed')),
    parameters jsonb not null,
    cursor jsonb not null,
    total bigint,
    done bigint not null,
    rejected bigint not null,
    failures int not null,
    last_error text,
    failure_zh text,
    failure_en text,
    created_by uuid,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    version bigint not null
);
create unique index job_open on core.job (type, dedup_key) where state in ('queued', 'running');
create index job_created on core.job (created_at desc, id desc);
grant update on core.job to ${application};

-- Who started a job or joined it.
create table core.job_viewer (
    job uuid not null references core.job,
    account uuid not null,
    primary key (job, account)
);

create table core.job_rejection (
    id bigint generated always as identity primary key,
    job uuid not null references core.job,
    line bigint not null,
    content text not null,
    reason text not null,
    message_zh text not null,
    message_en text not null
);
create index job_rejection_job on core.job_rejection (job, line, id);
