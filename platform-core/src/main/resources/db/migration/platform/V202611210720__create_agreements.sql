-- CO-33: what was published is never changed; the text of a version is what its SHA-256 says.
create table core.agreement_version (
    id              uuid primary key,
    agreement       text not null,
    version         int not null check (version > 0),
    zh              text not null,
    en              text not null,
    sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    effective_from  date not null,
    accept_again    boolean not null,
    published_by    uuid not null references core.account,
    published_at    timestamptz not null,
    constraint agreement_version_key unique (agreement, version)
);

create table core.agreement_acceptance (
    account_id   uuid not null references core.account,
    agreement    text not null,
    version      int not null,
    sha256       text not null,
    client       text not null,
    accepted_at  timestamptz not null,
    primary key (account_id, agreement, version),
    foreign key (agreement, version) references core.agreement_version (agreement, version)
);
