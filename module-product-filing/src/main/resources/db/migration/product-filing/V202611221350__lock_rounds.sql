-- A round as it stays for the transaction. Its key is not locked: a job that writes what belongs to the round goes on while
-- somebody starts it again. (A function, as the library takes the words of this lock for a change.)
create function product_filing.lock_round(wanted int) returns setof product_filing.round
    language sql
    as $$ select * from product_filing.round where year = wanted for no key update $$;
grant execute on function product_filing.lock_round(int) to ${application};
