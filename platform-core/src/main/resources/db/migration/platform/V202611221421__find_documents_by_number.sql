-- PF-71: what anybody may find by its number as well. revoked_for is the subject of the decision that revoked the document:
-- while somebody looks at that again, the page says so (CO-46d).
alter table core.document
    add column found_by_number boolean not null default false,
    add column revoked_for uuid;
grant update (revoked_for) on core.document to ${application};
