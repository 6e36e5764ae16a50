-- CO-12: a write in two phases claims its key in a transaction of its own. Without a status the first request is under
-- way; its node renews the lease, and who repeats a request that died takes the key over.
alter table core.idempotency_key
    add column claim uuid,
    add column leased_until timestamptz;
create index idempotency_key_pending on core.idempotency_key (leased_until) where status is null;
