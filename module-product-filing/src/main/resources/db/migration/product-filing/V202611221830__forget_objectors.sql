-- CO-59: some years after the decision nobody knows any more who objected; forgotten_on is the day since when.
alter table product_filing.objection add column forgotten_on date;
create index objection_kept on product_filing.objection (id) where forgotten_on is null;
