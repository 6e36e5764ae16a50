-- CO-29: the accounts of one realm, newest first, whatever number the others have.
create index account_realm_idx on core.account (realm, id);
