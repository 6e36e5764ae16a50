-- CO-15: numbers of the reviews of organisations, which are those of their cases.
select core.create_number('FZ');

-- CO-75: an organisation that registered while the registry of businesses was away has no business before an officer has
-- looked at it.
alter table identity.organisation add column awaits_review boolean not null default false;
