-- PO-1: the home page shows what is in publicity, that first which ends first.
create index public_product_publicity on product_filing.public_product (publicity_start, id)
    where state = 'in-publicity';
