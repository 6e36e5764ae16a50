package org.tongban.filing.lapse;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of lapses. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LapseRepository extends GenericRepository<Lapse, UUID> {
    /** Of a linked patent p of a product f: it may still carry the filing; one that nobody has verified is taken to. */
    String VALID_PATENT = """
        exists (
            select 1
              from jsonb_array_elements(f.patents -> 'patents') as link
              join product_filing.patent p on p.id = cast(link ->> 'patentId' as uuid)
             where (not p.verified or (p.legal_status in ('GRANTED', 'IN_GRACE') and p.expires_on >= :today))
               and (p.licence_to is null or p.licence_to >= :today))
        """;

    String COLUMNS = "l.product, l.unit, l.region, l.found_on, l.stage";

    @Query("select " + COLUMNS + " from product_filing.lapse l where product = :product")
    Optional<Lapse> of(UUID product);

    /** The last of the next filed products; empty after the last. */
    @Query("""
        select id
          from (select id from product_filing.product where state = 'FILED' and id > :after order by id limit :rows) as next
         order by id desc limit 1
        """)
    Optional<UUID> endOfNext(UUID after, int rows);

    /** The filed products of a stretch of which no patent is valid and whose units have not been told. */
    @Query("""
        select f.id
          from product_filing.product f
         where f.state = 'FILED' and f.id > :after and f.id <= :last and not
        """ + VALID_PATENT + """
           and not exists (select 1 from product_filing.lapse l where l.product = f.id)
         order by f.id
        """)
    List<UUID> unnoticed(UUID after, UUID last, LocalDate today);

    /** Those of some filed products that have none, as they stand now. */
    @Query(value = """
        select f.id
          from product_filing.product f
         where f.id = any (cast(:ids as uuid[])) and f.state = 'FILED' and not
        """ + VALID_PATENT, nativeQuery = true)
    List<UUID> without(@Nullable String[] ids, LocalDate today);

    /** Those that are over: the product is revoked, or a patent of it is valid again. */
    @Query("""
        select l.product
          from product_filing.lapse l
          join product_filing.product f on f.id = l.product
         where l.product > :after and (f.state not in ('FILED', 'REVOCATION_IN_REVIEW') or
        """ + VALID_PATENT + ") order by l.product limit :rows")
    List<UUID> over(LocalDate today, UUID after, int rows);

    @Query("""
        insert into product_filing.lapse (product, unit, region, found_on, stage)
        values (:product, :unit, :region, :foundOn, 1)
        on conflict do nothing
        """)
    void add(UUID product, UUID unit, @Nullable String region, LocalDate foundOn);

    @Query("delete from product_filing.lapse where product = :product")
    void delete(UUID product);

    /** Those of a stage that were found up to a day, and of which nothing is in review. */
    @Query("select " + COLUMNS + """
          from product_filing.lapse l
          join product_filing.product f on f.id = l.product
         where l.stage = :stage and l.found_on <= :until and f.state = 'FILED'
         order by l.found_on, l.product limit :rows
           for update of l skip locked
        """)
    List<Lapse> waiting(int stage, LocalDate until, int rows);

    @Query("update product_filing.lapse set stage = :stage where product = :product")
    void advance(UUID product, int stage);

    /** Those that nobody answered, newest products first, in a province or everywhere. */
    @Query("select " + COLUMNS + """
          from product_filing.lapse l
         where l.stage = 3 and l.product < :edge
           and (cast(:region as text) is null or l.region = :region)
         order by l.product desc limit :rows
        """)
    List<Lapse> below(@Nullable String region, UUID edge, int rows);

    @Query("""
        select count(*) from (select 1 from product_filing.lapse where stage = 3 limit :most) as counted
        """)
    long countUnanswered(int most);
}
