-- CO-32: the version of its form that each part was begun with. What was there before there was a second version has the first.
alter table product_filing.product
    add column product_form  text not null default 'product-filing/product@1',
    add column patents_form  text not null default 'product-filing/linked-patents@1',
    add column evidence_form text not null default 'product-filing/evidence@1';
