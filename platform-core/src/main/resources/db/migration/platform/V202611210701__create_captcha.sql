-- CO-25: a captcha that waits for its one answer.
create table core.captcha (
    id uuid primary key,
    answer bytea not null,
    expires_at timestamptz not null
);
create index captcha_expiry on core.captcha (expires_at);
grant delete on core.captcha to ${application};
