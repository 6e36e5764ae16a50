-- ID-13: between waiting and its result a token may have been scanned.
alter table core.face_verification
    drop constraint face_verification_state_check,
    drop constraint face_verification_check,
    drop constraint face_verification_check1,
    add constraint face_verification_state_check
        check (state in ('waiting', 'scanned', 'matched', 'refused', 'mismatch', 'used')),
    add constraint face_verification_decided_check
        check ((decided_at is null) = (state in ('waiting', 'scanned'))),
    add constraint face_verification_client_check
        check ((client is null) = (state in ('waiting', 'scanned')));
