-- RL-15: how far business time was moved from the database's clock, shared by all nodes. Outside dev and test nobody
-- reads it. One row at most.
create table core.business_time (
    id int primary key check (id = 1),
    version bigint not null,
    micros bigint not null
);
grant update on core.business_time to ${application};
