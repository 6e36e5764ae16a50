-- PO-1: what people ask often is answered by the same hands and under the same two pairs of eyes as notices (CO-34b).
alter table core.notice add column question boolean not null default false;
