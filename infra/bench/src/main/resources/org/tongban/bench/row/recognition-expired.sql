-- What the end of a recognition changes, for products of numbers: from, to, a sealed text, a sealed phone.
with due as materialized (
    select b.id, b.product, b.unit, b.organisation, b.account, p.product ->> 'name' as name, r.certificate_number,
           r.valid_until
      from public.bench_recognition b
      join product_filing.recognition r on r.id = b.id
      join product_filing.product p on p.id = b.product
     where b.n between ? and ? and r.state = 'RECOGNISED'),
given as materialized (select cast(? as bytea) as content, cast(? as bytea) as recipient),
moved as (
    update product_filing.recognition r
       set state = 'EXPIRED', former = null, revoked_by = null, version = r.version + 1, changed_at = now()
      from due d where r.id = d.id),
noted as (delete from core.matter m using due d where m.record_id = d.id),
shown as (
    update product_filing.public_product p
       set state = 'filed', grams = array_replace(p.grams, 's:recognised', 's:filed'),
           search_text = replace(p.search_text, ' ' || lower(replace(d.certificate_number, '-', '')), ''),
           publicity_start = null, recognised_on = null, valid_until = null, certificate_number = null, changed_at = now()
      from due d where p.id = d.product),
boxed as (
    insert into core.inbox_entry (id, account, module, template, content, link, created_at)
    select uuidv7(), d.account, 'product-filing', 'filing.expired', g.content,
           '/api/product-filing/v1/recognitions/' || d.id, now() - interval '1 day'
      from due d, given g),
sent as (
    insert into core.message (
        id, template, channel, account, recipient, recipient_index, recipient_masked, content, state, urgent, attempts,
        due_at, created_at)
    select uuidv7(), 'filing.expired', 'SMS', d.account, g.recipient, sha256(cast(cast(d.account as text) as bytea)),
           '+86199****0000', g.content, 'queued', false, 0, now() + interval '1 day', now()
      from due d, given g),
happened as (
    insert into core.event (id, type, aggregate, payload, at)
    select uuidv7(), e.type, d.product,
           case e.type
               when 'product-filing.public-state-changed' then
                   jsonb_build_object('product', d.product, 'from', 'recognised', 'to', 'filed')
               else jsonb_build_object('product', d.product, 'unit', d.unit, 'organisation', d.organisation, 'name', d.name,
                   'year', 2026, 'state', 'expired', 'certificateNumber', d.certificate_number) end,
           now()
      from due d, (values ('product-filing.public-state-changed'), ('product-filing.recognition-ended')) as e (type)),
audited as (
    insert into core.audit_record (id, at, action, subject_type, subject_id, outcome, digest, trace_id)
    select uuidv7(), now(), 'product-filing.run-recognitions', 'product-filing/recognition', d.id, 'done',
           jsonb_build_object('expired', d.valid_until), replace(cast(gen_random_uuid() as text), '-', '')
      from due d)
select count(*) from due
