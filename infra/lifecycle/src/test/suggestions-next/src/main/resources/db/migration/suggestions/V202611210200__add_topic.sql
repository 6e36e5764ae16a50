alter table suggestions.suggestion add column topic text not null default 'general';
