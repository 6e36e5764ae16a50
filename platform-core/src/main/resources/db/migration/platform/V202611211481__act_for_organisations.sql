-- ID-41: as what the account's person acts for its organisation; null for an account that acts for nobody.
alter table core.account
    add column capacity text check (capacity in ('handler', 'administrator', 'representative')),
    add constraint account_acts_check check (capacity is null or organisation_id is not null);
