create table brittle.second (id int primary key references brittle.nowhere);
