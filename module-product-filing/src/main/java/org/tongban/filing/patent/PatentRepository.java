package org.tongban.filing.patent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All SQL of units' patents. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface PatentRepository extends GenericRepository<UnitPatent, UUID> {
    String COLUMNS = """
        id, unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
        acquisition, source, verified, version, changed_at, licensor, licence_kind, licence_from, licence_to,
        licence_record_number, licence_proof
        """;

    @Query("select " + COLUMNS + " from product_filing.patent where id = :id")
    Optional<UnitPatent> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.patent where unit = :unit and number = :number")
    Optional<UnitPatent> ofNumber(UUID unit, String number);

    @Query("select " + COLUMNS + " from product_filing.patent where unit = :unit and id = any(cast(:ids as uuid[]))")
    List<UnitPatent> ofIds(UUID unit, String[] ids);

    @Query("""
        select p.version
          from product_filing.patent p
          join product_filing.unit u on u.id = p.unit
         where p.id = :id and u.organisation = :organisation
        """)
    Optional<Long> version(UUID id, UUID organisation);

    /** The same, which stays as it is until the transaction ends. */
    @Query("""
        select p.version
          from product_filing.patent p
          join product_filing.unit u on u.id = p.unit
         where p.id = :id and u.organisation = :organisation
           for update of p
        """)
    Optional<Long> lockVersion(UUID id, UUID organisation);

    /** What is older, newest first: of the kinds, statuses and ways of holding, and with each word in the folded text. */
    @Query("select " + COLUMNS + """
          from product_filing.patent
         where unit = :unit and id < :edge
           and search_text like all (cast(:words as text[]))
           and kind = any (cast(:kinds as text[])) and legal_status = any (cast(:statuses as text[]))
           and acquisition = any (cast(:acquisitions as text[]))
         order by id desc limit :rows
        """)
    List<UnitPatent> below(
            UUID unit, UUID edge, String[] words, String[] kinds, String[] statuses, String[] acquisitions, int rows);

    /** What is newer, oldest first, otherwise like {@link #below}. */
    @Query("select " + COLUMNS + """
          from product_filing.patent
         where unit = :unit and id > :edge
           and search_text like all (cast(:words as text[]))
           and kind = any (cast(:kinds as text[])) and legal_status = any (cast(:statuses as text[]))
           and acquisition = any (cast(:acquisitions as text[]))
         order by id limit :rows
        """)
    List<UnitPatent> above(
            UUID unit, UUID edge, String[] words, String[] kinds, String[] statuses, String[] acquisitions, int rows);

    /** How many there are, counted up to a number. */
    @Query("""
        select count(*) from (
            select 1
              from product_filing.patent
             where unit = :unit
               and search_text like all (cast(:words as text[]))
               and kind = any (cast(:kinds as text[])) and legal_status = any (cast(:statuses as text[]))
           and acquisition = any (cast(:acquisitions as text[]))
             limit :most) as counted
        """)
    long count(UUID unit, String[] words, String[] kinds, String[] statuses, String[] acquisitions, int most);

    /**
     * How many are valid on the day and not linked, with a term in their title, which is the second part of the folded text.
     * The index of titles finds them, whatever the planner thinks of a unit: of some thousands it would read all.
     *
     * @param parts the first two or three characters of each term
     * @param terms letters and digits, with bars between them
     */
    @Query("""
        select count(*)
          from (select *
                  from product_filing.patent
                 where product_filing.title_tokens(unit, product_filing.title_parts(search_text))
                       && product_filing.title_tokens(cast(:unit as uuid), cast(:parts as text[]))
                offset 0) as named
         where unit = :unit and verified and legal_status in ('GRANTED', 'IN_GRACE') and expires_on >= :today
           and (licence_from is null or :today between licence_from and licence_to)
           and id <> all (cast(:linked as uuid[]))
           and split_part(search_text, '|', 2) ~ :terms
        """)
    long countUnlinked(UUID unit, String[] parts, String terms, String[] linked, LocalDate today);

    /**
     * Takes rows from the registry: new ones are added, known ones follow it where it has changed, and how the unit came to hold
     * them stays as it was.
     *
     * @param acquisition how the unit came to hold the new ones
     * @param rows a JSON array of objects with the names of the columns
     * @return how many rows are new or have changed
     */
    default long take(UUID unit, String acquisition, String source, Instant now, String rows) {
        return follow(unit, now, rows) + addNew(unit, acquisition, source, now, rows);
    }

    /** Has known rows follow the registry where it has changed; they are verified by that. */
    @Query("""
        update product_filing.patent as held
           set kind = entry.kind, title = entry.title, holders = entry.holders, filed_on = entry.filed_on,
               granted_on = entry.granted_on, legal_status = entry.legal_status, status_on = entry.status_on,
               expires_on = entry.expires_on, search_text = entry.search_text, folding = entry.folding,
               verified = true, version = held.version + 1, changed_at = :now
          from jsonb_to_recordset(cast(:rows as jsonb)) as entry (
               number text, kind text, title text, holders text[], filed_on date, granted_on date,
               legal_status text, status_on date, expires_on date, search_text text, folding int)
         where held.unit = :unit and held.number = entry.number
           and (held.kind, held.title, held.holders, held.filed_on, held.granted_on, held.legal_status,
               held.status_on, held.expires_on, held.verified)
               is distinct from (entry.kind, entry.title, entry.holders, entry.filed_on,
               entry.granted_on, entry.legal_status, entry.status_on, entry.expires_on, true)
        """)
    long follow(UUID unit, Instant now, String rows);

    /** Adds the rows whose numbers the unit has not; one that comes in between stays as it is. */
    @Query("""
        insert into product_filing.patent (
               id, unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
               acquisition, source, verified, search_text, folding, version, created_at, changed_at)
        select id, :unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
               :acquisition, :source, true, search_text, folding, 1, :now, :now
          from jsonb_to_recordset(cast(:rows as jsonb)) as entry (
               id uuid, number text, kind text, title text, holders text[], filed_on date, granted_on date,
               legal_status text, status_on date, expires_on date, search_text text, folding int)
         where not exists (
               select 1 from product_filing.patent held where held.unit = :unit and held.number = entry.number)
        on conflict (unit, number) do nothing
        """)
    long addNew(UUID unit, String acquisition, String source, Instant now, String rows);

    /**
     * Notes that imported patents with numbers in a range, the last one included, are another's by now.
     *
     * @param found those that are still the unit's
     * @return how many
     */
    @Query("""
        update product_filing.patent
           set legal_status = 'TRANSFERRED', status_on = :today, version = version + 1, changed_at = :now
         where unit = :unit and number > :behind and number <= :last and source = 'AUTOMATIC'
           and legal_status <> 'TRANSFERRED' and number <> all (cast(:found as text[]))
        """)
    long depart(UUID unit, String behind, String last, String[] found, LocalDate today, Instant now);

    /** Notes that the patents of these numbers are another's by now. */
    @Query("""
        update product_filing.patent
           set legal_status = 'TRANSFERRED', status_on = :today, version = version + 1, changed_at = :now
         where unit = :unit and number = any (cast(:numbers as text[]))
        """)
    long departed(UUID unit, String[] numbers, LocalDate today, Instant now);

    /** Ends patents whose term has ended before the day, at most so many. */
    @Query("""
        update product_filing.patent
           set legal_status = 'EXPIRED', status_on = expires_on + 1, version = version + 1, changed_at = :now
         where id in (
               select id from product_filing.patent
                where legal_status in ('GRANTED', 'IN_GRACE') and expires_on < :today
                order by expires_on
                limit :most)
        """)
    long expire(LocalDate today, Instant now, int most);

    /** What was added by hand, in the order of the numbers. */
    @Query("select " + COLUMNS + """
          from product_filing.patent
         where unit = :unit and source = 'MANUAL' and number > :behind
         order by number
         limit :rows
        """)
    List<UnitPatent> byHand(UUID unit, String behind, int rows);

    /**
     * Adds a row that was made by hand; one of the number that is there stays as it is.
     *
     * @param row a JSON object with the names of the columns
     */
    @Query("""
        insert into product_filing.patent (
               id, unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
               acquisition, source, verified, search_text, folding, version, created_at, changed_at, licensor, licence_kind,
               licence_from, licence_to, licence_record_number, licence_proof)
        select id, unit, number, kind, title, holders, filed_on, granted_on, legal_status, status_on, expires_on,
               acquisition, source, verified, search_text, folding, version, changed_at, changed_at, licensor, licence_kind,
               licence_from, licence_to, licence_record_number, licence_proof
          from jsonb_populate_record(cast(null as product_filing.patent), cast(:row as jsonb))
        on conflict (unit, number) do nothing
        """)
    void add(String row);

    /** Writes until when its licence runs now, and what proves it. */
    @Query("""
        update product_filing.patent
           set licence_to = :to, licence_proof = :proof, version = version + 1, changed_at = :now
         where id = :id
        """)
    void extend(UUID id, LocalDate to, UUID proof, Instant now);

    /** What was folded by an earlier version of the folding and nobody writes at the moment. */
    @Query("select " + COLUMNS + """
          from product_filing.patent
         where folding < :version order by folding limit :most for update skip locked
        """)
    List<UnitPatent> lockFoldedBefore(int version, int most);

    /** Writes the texts that locked rows are found by: to the unit nothing of them has changed. */
    @Query("""
        update product_filing.patent p set search_text = given.search_text, folding = :folding
          from unnest(cast(:ids as uuid[]), cast(:searchTexts as text[])) as given (id, search_text)
         where p.id = given.id
        """)
    void fold(@Nullable String[] ids, @Nullable String[] searchTexts, int folding);

    @Query("delete from product_filing.patent where id = :id")
    void delete(UUID id);

    /** Whether a filing in review or filed, or an update in review, is linked with it; the one place that says so. */
    @Query("""
        select exists (
            select 1 from product_filing.product
             where unit = :unit and state in ('IN_REVIEW', 'FILED', 'REVOCATION_IN_REVIEW')
               and patents @> jsonb_build_object(
                       'patents', jsonb_build_array(jsonb_build_object('patentId', cast(:id as text)))))
            or exists (
            select 1 from product_filing.product_update
             where unit = :unit and state = 'IN_REVIEW'
               and document @> jsonb_build_object(
                       'patents', jsonb_build_array(jsonb_build_object('patentId', cast(:id as text)))))
        """)
    boolean isLinked(UUID unit, String id);
}
