-- Patent Law, article 42: days by which the term of a patent was extended.
alter table core.patent_registry add column extension_days int not null default 0;
