-- CO-35 to CO-37: a row for each file; its bytes lie in the object store under storage_key. A row without bytes yet is an
-- intent: it stands before the upload begins, so that a crash between store and database leaves something to sweep.
create table core.file (
    id uuid primary key,
    storage_key text not null unique,
    slot text not null,
    state text not null check (state in ('QUARANTINED', 'CLEAN', 'INFECTED', 'REJECTED')),
    uploader uuid not null,
    name text not null,
    type text,
    size bigint check (size > 0),
    sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    record_type text,
    record_id uuid,
    -- Set when the record that holds the file is submitted: from then on the file stays as it is.
    sealed_at timestamptz,
    -- Set before the bytes are deleted: from then on no record can take the file.
    doomed_at timestamptz,
    check (state <> 'CLEAN' or (type is not null and size is not null and sha256 is not null)),
    check ((record_type is null) = (record_id is null)),
    check (record_id is not null or sealed_at is null),
    check (record_id is null or (state = 'CLEAN' and doomed_at is null))
);
create index file_record on core.file (record_type, record_id) where record_id is not null;
create index file_unattached on core.file (created_at) where record_id is null;
grant update, delete on core.file to ${application};
