-- PF-73: the open list's version grows with every move of what has or had a certificate. It is their count, kept in some
-- places so that moves at the same moment seldom wait for each other: a sum over all recognitions grows with them.
create table product_filing.open_list_version (
    place int primary key,
    version bigint not null
);
insert into product_filing.open_list_version (place, version)
select place,
       case place
           when 0 then (select coalesce(sum(version), 0) from product_filing.recognition where certificate_number is not null)
           else 0 end
  from generate_series(0, 15) as place;
grant update on product_filing.open_list_version to ${application};
drop index product_filing.recognition_versions;
