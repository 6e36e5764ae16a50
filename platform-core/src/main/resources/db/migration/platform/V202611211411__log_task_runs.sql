-- CO-48: what tasks did. Of those that come more often than each minute only the runs that failed are written down.
create table core.task_run (
    id uuid primary key,
    task text not null,
    business_date date,
    node text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text not null check (outcome in ('running', 'done', 'failed', 'stopped')),
    error text
);
create index task_run_task on core.task_run (task, id);
create index task_run_outcome on core.task_run (task, outcome, id);
create index task_run_started on core.task_run (started_at);
grant update, delete on core.task_run to ${application};

-- CO-48: through which business date a daily task is done, and the date that somebody has asked for before its time.
create table core.daily_task (
    task text primary key,
    done_through date not null,
    asked date
);
grant update on core.daily_task to ${application};
