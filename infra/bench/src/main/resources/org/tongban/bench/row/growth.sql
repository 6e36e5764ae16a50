insert into product_filing.round (year, data_year, opens_on, closes_on, filing_deadline, version, changed_at)
values (2024, 2023, '2024-01-05', '2024-01-30', '2024-01-30', 1, now()) on conflict do nothing;
insert into product_filing.scorecard (id, year, number, title, criteria, pass_mark, created_by, created_at)
values ('00000000-0000-000c-0000-000000000001', 2024, 1, '示例评价表', '[]', 60, gen_random_uuid(), now());
insert into product_filing.recognition_run (
    id, year, scorecard, dry, day, measured, met, hidden, missed, digest, started_by, started_at, finished_at, version)
select '00000000-0000-000c-0000-000000000002', 2024, '00000000-0000-000c-0000-000000000001', false, '2024-02-01', count(*),
       count(*), 0, '{}', 'bench', gen_random_uuid(), now(), now(), 2
  from product_filing.product where state = 'FILED';
insert into product_filing.stage (id, year, run, title, request, due_on, created_by, created_at)
values ('00000000-0000-000c-0000-000000000003', 2024, '00000000-0000-000c-0000-000000000002', '补充信息', '请补充说明。',
        '2024-02-20', gen_random_uuid(), now());
insert into product_filing.recognition (
    id, product, unit, year, state, former, reason, revoked_by, run, publicity_start, recognised_on, valid_until,
    certificate_number, version, created_at, changed_at)
select uuidv7(), id, unit, 2024, 'REVOKED', 'RECOGNISED', '主要事实不属实', gen_random_uuid(),
       '00000000-0000-000c-0000-000000000002', '2024-02-01', '2024-03-01', '2025-02-28',
       'RD2024-' || lpad(cast(row_number() over () as text), 7, '0') || '-0', 4, now(), now()
  from product_filing.product where state = 'FILED';
insert into product_filing.recognition_result (run, recognition, met, hidden, score, missed, industry, category, inputs)
select run, id, true, false, 80, '{}', 'C39', '示例', '{}' from product_filing.recognition where year = 2024;
insert into product_filing.certificate (
    recognition, product_name, model, category_code, industry_code, filing_number, unit_name, uscc, division, patents)
select r.id, p.name, coalesce(p.product ->> 'model', ''), coalesce(p.product ->> 'categoryCode', ''),
       coalesce(p.product ->> 'industryCode', ''), p.filing_number, p.unit_name, p.uscc, p.division, p.patents
  from product_filing.recognition r join product_filing.public_product p on p.id = r.product where r.year = 2024;
insert into product_filing.stage_answer (id, stage, recognition, text, files, answered_at, version)
select uuidv7(), '00000000-0000-000c-0000-000000000003', id, '已补充。', '{}', now(), 2
  from product_filing.recognition where year = 2024;
insert into product_filing.lapse (product, unit, region, found_on, stage)
select product, unit, null, '2024-06-01', 3 from product_filing.recognition where year = 2024;
insert into product_filing.objection (
    id, product, unit, number, state, form, document, objector, phone_index, address_index, text_index, code_hash,
    received_on, reason, decided_at, version, created_at, changed_at)
select uuidv7(), r.product, r.unit, 'YY2024-' || lpad(cast(row_number() over () as text), 7, '0') || '-0', 'NOT_UPHELD',
       'product-filing/objection@1', '{}', cast(? as bytea), sha256(cast(cast(r.id as text) as bytea)),
       sha256(cast(cast(r.id as text) as bytea)), sha256(cast(cast(r.id as text) as bytea)),
       sha256(cast(cast(r.id as text) as bytea)), '2024-04-01', '经核查不成立。', now(), 3, now(), now()
  from product_filing.recognition r where r.year = 2024
