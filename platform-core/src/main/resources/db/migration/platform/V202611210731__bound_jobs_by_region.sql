-- CO-28: the province of who started the job; null for the whole country and for the platform's own work.
alter table core.job add column region text;
