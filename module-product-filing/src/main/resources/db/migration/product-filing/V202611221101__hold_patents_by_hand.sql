-- PF-21: how a patent is held, and by which licence. The parts of the searched text are told apart (PF-22).
alter table product_filing.patent
    add column licensor text,
    add column licence_kind text check (licence_kind in ('EXCLUSIVE', 'SOLE', 'ORDINARY', 'OPEN')),
    add column licence_from date,
    add column licence_to date check (licence_to >= licence_from),
    add column licence_record_number text,
    add column licence_proof uuid,
    add check (acquisition in ('ORIGINAL', 'TRANSFER', 'INHERITANCE', 'GIFT', 'OTHER_ASSIGNMENT', 'LICENCE')),
    add check ((acquisition = 'LICENCE') = (
        licensor is not null and licence_kind is not null and licence_from is not null and licence_to is not null
        and licence_proof is not null));

update product_filing.patent set search_text = regexp_replace(search_text, '^(\S+) (\S*) ', '\1|\2|');
