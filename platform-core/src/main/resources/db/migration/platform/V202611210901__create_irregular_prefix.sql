-- CO-72: under these prefixes credit codes were issued whose outer check digit is not the standard's.
create table core.irregular_prefix (
    prefix  text primary key check (prefix ~ '^[0-9A-HJ-NPQRTUWXY]{8,17}$'),
    note    text not null
);
grant update, delete on core.irregular_prefix to ${application};
insert into core.irregular_prefix (prefix, note) values ('91350203M0', '厦门早期发放的代码');
