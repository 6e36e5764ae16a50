-- CO-58: the key of each object of the store that is kept sealed; without its row an object cannot be read any more.
create table core.sealed_object (
    key      text primary key,
    data_key core.sealed not null
);
grant select, insert, update (data_key), delete on core.sealed_object to ${application};
