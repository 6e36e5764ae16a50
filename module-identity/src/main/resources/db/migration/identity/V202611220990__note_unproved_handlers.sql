-- ID-19: who was added by an administrator has not proved to be the person of the document.
alter table identity.handler_account add column proved boolean not null default true;
