-- The application reads and appends; to change or remove rows it needs a grant by table.
grant usage on schema template_programme to ${application};
alter default privileges in schema template_programme grant select, insert on tables to ${application};

-- Numbers of cases, which approved proposals keep, and of comments.
select core.create_number('TP');

-- The document is the form as the organisation saved it. What is searched is filled at approval.
create table template_programme.proposal (
    id uuid primary key,
    organisation uuid not null,
    state text not null check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED')),
    document jsonb not null,
    number text unique,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    search_text text not null default '',
    grams text[] not null default '{}'
);
create index proposal_list on template_programme.proposal (organisation, id desc);
create index proposal_public on template_programme.proposal (id desc) where state = 'APPROVED';
create index proposal_grams on template_programme.proposal using gin (grams) where state = 'APPROVED';
create index proposal_drafts on template_programme.proposal (changed_at) where state = 'DRAFT';
grant update, delete on template_programme.proposal to ${application};

-- What is said about approved proposals by people without an account, who follow it by number and code.
create table template_programme.comment (
    id uuid primary key,
    proposal uuid not null references template_programme.proposal,
    number text not null unique,
    code_hash bytea not null,
    text text not null,
    received_at timestamptz not null
);
create index comment_list on template_programme.comment (proposal, id desc);
