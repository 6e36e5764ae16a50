-- What a reminder changes, for products of numbers: from, to, a sealed text, a sealed phone.
with due as materialized (
    select b.id, b.account
      from public.bench_recognition b
      join product_filing.recognition r on r.id = b.id
     where b.n between ? and ? and r.state = 'RECOGNISED'),
given as materialized (select cast(? as bytea) as content, cast(? as bytea) as recipient),
noted as (
    insert into product_filing.recognition_reminder (recognition, days) select d.id, 60 from due d),
boxed as (
    insert into core.inbox_entry (id, account, module, template, content, link, created_at)
    select uuidv7(), d.account, 'product-filing', 'filing.expiring', g.content,
           '/api/product-filing/v1/recognitions/' || d.id, now() - interval '1 day'
      from due d, given g),
sent as (
    insert into core.message (
        id, template, channel, account, recipient, recipient_index, recipient_masked, content, state, urgent, attempts,
        due_at, created_at)
    select uuidv7(), 'filing.expiring', 'SMS', d.account, g.recipient, sha256(cast(cast(d.account as text) as bytea)),
           '+86199****0000', g.content, 'queued', false, 0, now() + interval '1 day', now()
      from due d, given g)
select count(*) from due
