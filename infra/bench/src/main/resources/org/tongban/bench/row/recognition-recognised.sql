-- What recognition at the end of publicity changes, for products of numbers: from, to, a sealed text, a sealed phone.
with due as materialized (
    select b.n, b.id, b.product, b.unit, b.organisation, b.account, p.product ->> 'name' as name, p.filing_number,
           p.product ->> 'model' as model, 'RD2026-' || lpad(cast(2000000 + b.n as text), 7, '0') || '-0' as number,
           cast(now() at time zone 'Asia/Shanghai' as date) as today
      from public.bench_recognition b
      join product_filing.recognition r on r.id = b.id
      join product_filing.product p on p.id = b.product
     where b.n between ? and ? and r.state = 'IN_PUBLICITY'),
given as materialized (select cast(? as bytea) as content, cast(? as bytea) as recipient),
moved as (
    update product_filing.recognition r
       set state = 'RECOGNISED', former = null, reason = null, revoked_by = null, recognised_on = d.today,
           valid_until = d.today + 364, certificate_number = d.number, version = r.version + 1, changed_at = now()
      from due d where r.id = d.id),
noted as (
    insert into core.matter (
        record_id, record_type, owner, realm, title, number, state, state_zh, state_en, acts, action_zh, action_en,
        due_on, link, changed_at)
    select d.id, 'product-filing/recognition', d.organisation, 'filing-unit', d.name || '（2026年度认定）', d.number,
           'recognised', '已认定', 'Recognised', 'nobody', '无需操作', 'Nothing to do', d.today + 364,
           '/api/product-filing/v1/recognitions/' || d.id, now()
      from due d
    on conflict (record_id) do update
       set number = excluded.number, state = excluded.state, state_zh = excluded.state_zh, due_on = excluded.due_on,
           changed_at = excluded.changed_at),
shown as (
    update product_filing.public_product p
       set state = 'recognised',
           grams = array(select distinct unnest(
               array_replace(p.grams, 's:filed', 's:recognised')
               || array(select substr(lower(d.number), g, l)
                          from generate_series(1, length(d.number)) g, generate_series(1, 2) l))),
           search_text = p.search_text || ' ' || lower(replace(d.number, '-', '')), publicity_start = '2026-03-02',
           recognised_on = d.today, valid_until = d.today + 364, certificate_number = d.number, changed_at = now()
      from due d where p.id = d.product),
kept as (
    insert into product_filing.certificate (
        recognition, product_name, model, category_code, industry_code, filing_number, unit_name, uscc, division, patents)
    select d.id, p.name, coalesce(p.product ->> 'model', ''), coalesce(p.product ->> 'categoryCode', ''),
           coalesce(p.product ->> 'industryCode', ''), p.filing_number, p.unit_name, p.uscc, p.division, p.patents
      from due d join product_filing.public_product p on p.id = d.product),
issued as (
    insert into core.document (
        id, code, template, number, title_zh, title_en, holder, issuer, account, subject_type, subject, facts, valid_from,
        valid_until, issued_at, found_by_number)
    select uuidv7(), upper(substr(md5(cast(d.id as text)), 1, 16)), 'product-filing/recognition', d.number,
           '专利密集型产品认定证书', 'Certificate of a patent-intensive product', o.name, '专利密集型产品认定管理中心', null,
           'product-filing/recognition', d.id,
           jsonb_build_array(
               jsonb_build_object('name', 'product', 'title', jsonb_build_object('zh', '产品名称', 'en', 'Product'),
                   'value', d.name, 'shown', true),
               jsonb_build_object('name', 'model', 'title', jsonb_build_object('zh', '规格型号', 'en', 'Model'),
                   'value', d.model, 'shown', true),
               jsonb_build_object('name', 'categoryCode', 'title', jsonb_build_object('zh', '产品分类', 'en', 'Category'),
                   'value', '示例：离心泵', 'shown', true),
               jsonb_build_object('name', 'industryCode', 'title', jsonb_build_object('zh', '所属行业', 'en', 'Industry'),
                   'value', '计算机、通信和其他电子设备制造业', 'shown', true),
               jsonb_build_object('name', 'filingNumber', 'title',
                   jsonb_build_object('zh', '备案号', 'en', 'Filing number'), 'value', d.filing_number, 'shown', true),
               jsonb_build_object('name', 'creditCode', 'title',
                   jsonb_build_object('zh', '统一社会信用代码', 'en', 'Unified social credit code'), 'value', o.uscc,
                   'shown', true)),
           d.today, d.today + 364, now(), true
      from due d join core.organisation o on o.id = d.organisation),
boxed as (
    insert into core.inbox_entry (id, account, module, template, content, link, created_at)
    select uuidv7(), d.account, 'product-filing', 'filing.recognised', g.content,
           '/api/product-filing/v1/recognitions/' || d.id, now() - interval '1 day'
      from due d, given g),
sent as (
    insert into core.message (
        id, template, channel, account, recipient, recipient_index, recipient_masked, content, state, urgent, attempts,
        due_at, created_at)
    select uuidv7(), 'filing.recognised', 'SMS', d.account, g.recipient, sha256(cast(cast(d.account as text) as bytea)),
           '+86199****0000', g.content, 'queued', false, 0, now() + interval '1 day', now()
      from due d, given g),
happened as (
    insert into core.event (id, type, aggregate, payload, at)
    select uuidv7(), e.type, d.product,
           case e.type
               when 'product-filing.public-state-changed' then
                   jsonb_build_object('product', d.product, 'from', 'filed', 'to', 'recognised')
               else jsonb_build_object('product', d.product, 'unit', d.unit, 'organisation', d.organisation, 'name', d.name,
                   'year', 2026, 'certificateNumber', d.number, 'recognisedOn', d.today, 'validUntil', d.today + 364) end,
           now()
      from due d, (values ('product-filing.public-state-changed'), ('product-filing.product-recognised')) as e (type)),
audited as (
    insert into core.audit_record (id, at, action, subject_type, subject_id, outcome, digest, trace_id)
    select uuidv7(), now(), 'product-filing.run-recognitions', 'product-filing/recognition', d.id, 'done',
           jsonb_build_object('recognised', d.today), replace(cast(gen_random_uuid() as text), '-', '')
      from due d)
select count(*) from due
