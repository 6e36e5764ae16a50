-- CO-75: the embedded registry of patents. Holders are found by their folded names.
create table core.patent_registry (
    patent_number text primary key,
    kind text not null check (kind in ('invention', 'utility-model', 'design')),
    title text not null,
    holders text[] not null,
    holder_folded text[] not null,
    filed_on date not null,
    granted_on date,
    legal_status text not null,
    status_on date not null
);
create index patent_registry_holder on core.patent_registry using gin (holder_folded);
grant update on core.patent_registry to ${application};
