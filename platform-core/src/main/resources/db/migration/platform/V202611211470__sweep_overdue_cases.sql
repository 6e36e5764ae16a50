-- CO-83c: what a task does with a case is in its history, without an actor.
alter table core.review_history alter actor drop not null;
create index review_case_held on core.review_case (claimed_by, due_on, id) where state = 'claimed';

-- On which day an officer was last told of the overdue cases that they hold.
create table core.overdue_told (
    officer uuid primary key,
    told_on date not null
);
grant update on core.overdue_told to ${application};
