-- Whoever takes a document away is asked which ones it superseded.
create index document_superseded_by on core.document (superseded_by) where superseded_by is not null;
