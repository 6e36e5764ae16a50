-- ID-11: that somebody knows an organisation as the registry does, who then has a while to create a user. What was said of
-- the representative is kept until that user is proved by the face, or the enrolment lapses.
create table identity.enrolment (
    id                 uuid primary key,
    place              text not null check (place in ('in-province', 'out-of-province')),
    state              text not null check (state in ('verified', 'user-created', 'completed', 'lapsed')),
    token_hash         bytea not null unique,
    uscc               text not null,
    name               text not null,
    former_names       text[] not null,
    region             text not null,
    legal_person_type  text,
    rep_name           text not null,
    rep_id_type        text not null,
    rep_number         core.sealed not null,
    agreement          text not null,
    agreement_version  integer not null,
    account            uuid unique references identity.handler_account,
    expires_at         timestamptz not null,
    user_at            timestamptz,
    ended_at           timestamptz,
    version            bigint not null,
    check ((state in ('completed', 'lapsed')) = (ended_at is not null))
);
create index enrolment_verified on identity.enrolment (expires_at) where state = 'verified';
create index enrolment_user_created on identity.enrolment (user_at) where state = 'user-created';
grant update on identity.enrolment to ${application};

-- ID-14: the representative is known of organisations without an account of their own too; its document may be of any kind,
-- and an out-of-province unit is not asked for its type.
alter table identity.organisation
    add column legal_rep_id_type text not null default 'resident-id',
    alter column legal_person_type drop not null;
