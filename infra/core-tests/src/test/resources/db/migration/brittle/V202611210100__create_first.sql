create table brittle.first (id int primary key);
