-- ID-9: a unit without a credit code is known by its project code, or by country and number of a register outside the
-- mainland. Other numbers that it was known by are kept as they were told, for who recovers an account by them (ID-31).
alter table core.organisation
    alter column uscc drop not null,
    add column project_code         text unique,
    add column country              text,
    add column registration_number  text,
    add column told_number          text,
    add constraint organisation_foreign_key unique (registration_number, country),
    add constraint organisation_code_check check (
        num_nonnulls(uscc, project_code, registration_number) <= 1
        and (country is null) = (registration_number is null));
create index organisation_code_idx on core.organisation (substr(uscc, 9, 9));
create index organisation_told_number_idx on core.organisation (told_number) where told_number is not null;
