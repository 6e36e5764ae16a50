-- CO-39: where a record of some module stands for those it belongs to, written with each of its moves.
create table core.matter (
    record_id uuid primary key,
    record_type text not null,
    -- An organisation or an account; accounts of another realm do not see it.
    owner uuid not null,
    realm text not null,
    title text not null,
    number text,
    state text not null,
    state_zh text not null,
    state_en text not null,
    -- applicant, reviewer, system, or nobody where there is nothing to do.
    acts text not null check (acts in ('applicant', 'reviewer', 'system', 'nobody')),
    action_zh text not null,
    action_en text not null,
    due_on date,
    link text,
    changed_at timestamptz not null
);
create index matter_owner on core.matter (owner, realm, record_id desc);
create index draft_owner on core.draft (owner, record_id desc);
create index review_case_submitter_subject on core.review_case (submitted_by, subject desc)
    where state in ('open', 'claimed');
grant update, delete on core.matter to ${application};
