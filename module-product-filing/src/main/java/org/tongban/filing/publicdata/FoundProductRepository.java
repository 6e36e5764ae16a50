package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of what public products are found by: the texts and grams that were folded, and the list for search engines. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface FoundProductRepository extends GenericRepository<PublicProduct, UUID> {
    /** Writes what a product is found by. */
    @Query("""
        update product_filing.public_product
           set search_text = :searchText, grams = cast(:grams as text[]), folding = :folding
         where id = :id
        """)
    void index(UUID id, String searchText, String[] grams, int folding);

    /** What was folded by an earlier version of the folding, the earliest first. */
    @Query(value = """
        select id, name, unit_name, name_key, unit_key
          from product_filing.public_product where folding < :version order by folding limit :most
        """, nativeQuery = true)
    List<FoldedRow> foldedBefore(int version, int most);

    /** Rows to be written, in the order in which all writers of several lock them. */
    @Query("select " + PublicProductRepository.COLUMNS + """
          from product_filing.public_product where id = any (cast(:ids as uuid[])) order by id for update
        """)
    List<PublicProduct> lock(@Nullable String[] ids);

    /** The positions of every so many products behind one, each found behind the last. */
    @Query("""
        with recursive mark as (
            select (select p.position from product_filing.public_product p
                     where p.position > :after order by p.position offset :skipped limit 1) as position
            union all
            select (select p.position from product_filing.public_product p
                     where p.position > mark.position order by p.position offset :skipped limit 1)
              from mark where mark.position is not null)
        select position from mark where position is not null
        """)
    List<UUID> marks(UUID after, int skipped);

    /** A part of the list of all products, in the order in which they became public. */
    @Query("""
        select id, changed_at from product_filing.public_product where position > :after order by position limit :most
        """)
    List<AddressRow> addresses(UUID after, int most);
}
