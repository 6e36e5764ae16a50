-- CO-39, CO-71: a matter may end with a number of working days, whose last one moves with the notices of public holidays: they
-- are counted when it is read, and due_on is empty.
alter table core.matter
    add column period_after date,
    add column period_days int,
    add check ((period_after is null) = (period_days is null) and (period_days is null or due_on is null));
