-- Whether a sign-in speaks for the address it came from (CO-22); it does no more once the password is reset or changed.
alter table core.session add column address_known boolean not null default true;
