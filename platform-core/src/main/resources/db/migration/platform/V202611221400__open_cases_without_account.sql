-- CO-46: what somebody hands in who has no account is a case too; it is nobody's own.
alter table core.review_case alter submitted_by drop not null;
