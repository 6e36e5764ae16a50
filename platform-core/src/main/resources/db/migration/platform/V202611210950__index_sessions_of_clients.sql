-- A client that is disabled takes with it the sessions that were opened by it (CO-27).
create index session_client_idx on core.session (client_id) where client_id is not null and revoked_at is null;
