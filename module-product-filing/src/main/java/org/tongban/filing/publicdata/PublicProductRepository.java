package org.tongban.filing.publicdata;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All SQL of the public read model. A search asks for the grams of every word and rechecks the words themselves, whose
 * grams may stand apart.
 */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PublicProductRepository extends GenericRepository<PublicProduct, UUID> {
    String COLUMNS = """
        id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number,
        cast(product as text) as product, cast(patents as text) as patents,
        patents_lapsed, publicity_start, recognised_on, valid_until, certificate_number, changed_at
        """;

    /** What answers a tier of a text and has all tokens; the function says how its work is bounded (PE-16). */
    String FOUND = """
        from product_filing.find_products(
             cast(:tokens as text[]), cast(:names as text[]), cast(:otherNames as text[]),
             cast(:holders as text[]), cast(:otherHolders as text[]), cast(:texts as text[]), :edge, :newer, :rows,
             cast(:whole as text))
        """;

    @Query("select " + COLUMNS + " from product_filing.public_product where id = :id")
    Optional<PublicProduct> ofId(UUID id);

    /** What is in publicity, that first which began first. */
    @Query("select " + COLUMNS + """
          from product_filing.public_product
         where state = 'in-publicity' order by publicity_start, id limit :most
        """)
    List<PublicProduct> inPublicity(int most);

    @Query(value = """
        select id, state, certificate_number, search_text
          from product_filing.public_product where id = any (cast(:ids as uuid[])) order by id for update
        """, nativeQuery = true)
    List<ShownRow> lockShown(@Nullable String[] ids);

    /**
     * Shows other states; {@code formers} and {@code tokens} are what searches find the two by, {@code grams} what they find
     * the certificates' numbers by, each with a line for itself.
     */
    @Query("""
        update product_filing.public_product p
           set state = given.state,
               grams = case when given.grams is null then array_replace(p.grams, given.former, given.token)
                   else array(select distinct unnest(
                       array_replace(p.grams, given.former, given.token) || string_to_array(given.grams, chr(10)))) end,
               search_text = given.search_text, publicity_start = cast(given.publicity_start as date),
               recognised_on = cast(given.recognised_on as date), valid_until = cast(given.valid_until as date),
               certificate_number = given.certificate_number, changed_at = cast(:changedAt as timestamptz)
          from unnest(
                   cast(:ids as uuid[]), cast(:states as text[]), cast(:formers as text[]), cast(:tokens as text[]),
                   cast(:grams as text[]), cast(:searchTexts as text[]), cast(:publicityStarts as text[]),
                   cast(:firstDays as text[]), cast(:lastDays as text[]), cast(:certificateNumbers as text[]))
               as given (id, state, former, token, grams, search_text, publicity_start, recognised_on, valid_until,
                   certificate_number)
         where p.id = given.id
        """)
    void show(
            @Nullable String[] ids,
            @Nullable String[] states,
            @Nullable String[] formers,
            @Nullable String[] tokens,
            @Nullable String[] grams,
            @Nullable String[] searchTexts,
            @Nullable String[] publicityStarts,
            @Nullable String[] firstDays,
            @Nullable String[] lastDays,
            @Nullable String[] certificateNumbers,
            Instant changedAt);

    /**
     * Has the questions of this transaction planned with their values, and each test of a row reckoned at what it costs:
     * it unpacks a text and an array. Left to itself the planner takes the order of positions for a question that has
     * few answers, and reads every row for it (PE-16).
     */
    @Query("""
        select set_config('plan_cache_mode', 'force_custom_plan', true) || set_config('cpu_operator_cost', '0.25', true)
        """)
    String planWithValues();

    /**
     * What answers the tier of a text beside a position, the nearest first; see
     * {@link org.tongban.core.publicdata.Relevance}.
     */
    @Query("select " + COLUMNS + FOUND)
    List<PublicProduct> beside(
            String[] tokens,
            String[] names,
            String[] otherNames,
            String[] holders,
            String[] otherHolders,
            String[] texts,
            UUID edge,
            boolean newer,
            int rows,
            @Nullable String whole);

    /** Of all what is older, newest first. */
    @Query("select " + COLUMNS + """
          from product_filing.public_product where position < :edge order by position desc limit :rows
        """)
    List<PublicProduct> older(UUID edge, int rows);

    /** Of all what is newer, oldest first. */
    @Query("select " + COLUMNS + """
          from product_filing.public_product where position > :edge order by position limit :rows
        """)
    List<PublicProduct> newer(UUID edge, int rows);

    /** Has the questions of this transaction answered by indexes, whatever the planner thinks of their values. */
    @Query("""
        select set_config('plan_cache_mode', 'force_generic_plan', true) || set_config('enable_seqscan', 'off', true)
        """)
    String planByIndexes();

    /** How many have all tokens, at least one, and each word in their text, counted no further than {@code most}. */
    @Query("""
        select count(*) from (
            select 1
              from (select search_text
                      from product_filing.public_product
                     where product_filing.search_tokens(grams, position, data_year, search_text) @> cast(:tokens as text[])
                    offset 0) as named
             where search_text like all (cast(:words as text[]))
             limit :most) as found
        """)
    long count(String[] tokens, String[] words, long most);

    /** How many there are, counted no further than {@code most}. */
    @Query("""
        select count(*) from (
            select 1 from product_filing.public_product order by position desc limit :most) as found
        """)
    long countAll(long most);

    @Query("""
        insert into product_filing.public_product (
               id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number, product,
               patents, search_text, grams, changed_at)
        values (:id, :position, :name, :unitName, :uscc, :division, :state, :dataYear, :filedOn, :filingNumber,
               cast(:product as jsonb), cast(:patents as jsonb), '', '{}', :changedAt)
        """)
    void add(PublicProduct row);

    @Query("""
        update product_filing.public_product
           set product = cast(:product as jsonb), changed_at = :changedAt
         where id = :id
        """)
    void correct(UUID id, String product, Instant changedAt);

    @Query("""
        update product_filing.public_product
           set name = :name, unit_name = :unitName, division = :division, data_year = :dataYear,
               patents = cast(:patents as jsonb)
         where id = :id
        """)
    void renew(UUID id, String name, String unitName, String division, int dataYear, String patents);

    @Query("delete from product_filing.public_product where id = :id")
    void delete(UUID id);

    @Query("""
        update product_filing.public_product set patents_lapsed = :lapsed, changed_at = :changedAt where id = :id
        """)
    void showLapsed(UUID id, boolean lapsed, Instant changedAt);

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
    @Query("select " + COLUMNS + """
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
