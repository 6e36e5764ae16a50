package org.tongban.filing.objection;

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

/** All SQL of objections. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObjectionRepository extends GenericRepository<Objection, UUID> {
    String ROW = """
        select id, product, unit, number, state, form, cast(document as text) as document, objector, received_on,
               redacted, cast(shown_evidence as text) as shown_evidence, statement_id, asked_on, extended,
               cast(statement as text) as statement, statement_form, stated_at, reason, decided_at, outcome_case,
               version, created_at, changed_at
          from product_filing.objection
        """;

    /** Makes others that count by the same thing wait until the transaction ends. */
    @Query("select 1 from pg_advisory_xact_lock(:key)")
    int lockCount(long key);

    @Query("select count(*) from product_filing.objection where phone_index = :phone and received_on = :day")
    long countOfPhone(byte[] phone, LocalDate day);

    @Query("select count(*) from product_filing.objection where address_index = :address and received_on = :day")
    long countOfAddress(byte[] address, LocalDate day);

    @Query("""
        select exists (
            select 1 from product_filing.objection
             where product = :product and phone_index = :phone
               and state in ('RECEIVED', 'TAKEN_UP', 'STATEMENT_ASKED'))
        """)
    boolean isAnyOpenOf(UUID product, byte[] phone);

    @Query(value = """
        select distinct product from product_filing.objection
         where product = any (cast(:products as uuid[])) and state in ('RECEIVED', 'TAKEN_UP', 'STATEMENT_ASKED')
        """, nativeQuery = true)
    List<UUID> openAmong(@Nullable String[] products);

    /** The first that said the same of the product since a day. */
    @Query(ROW + """
         where product = :product and text_index = :text and received_on > :after
         order by id limit 1
        """)
    Optional<Objection> ofSameText(UUID product, byte[] text, LocalDate after);

    /** Whether one came by that proven phone or mailbox. */
    @Query("select exists (select 1 from product_filing.objection where id = :id and phone_index = :phone)")
    boolean isOf(UUID id, byte[] phone);

    /** The one with the text that was sent with the proof of that code. */
    @Query(ROW + " where product = :product and text_index = :text and code_hash = :codeHash")
    Optional<Objection> ofSender(UUID product, byte[] text, byte[] codeHash);

    @Query("""
        insert into product_filing.objection (id, product, unit, number, state, form, document, objector, phone_index,
               address_index, text_index, code_hash, received_on, version, created_at, changed_at)
        values (:id, :product, :unit, :number, 'RECEIVED', :form, cast(:document as jsonb), :objector, :phoneIndex,
               :addressIndex, :textIndex, :codeHash, :receivedOn, 1, :now, :now)
        """)
    void add(
            UUID id,
            UUID product,
            UUID unit,
            String number,
            String form,
            String document,
            byte[] objector,
            byte[] phoneIndex,
            byte[] addressIndex,
            byte[] textIndex,
            byte[] codeHash,
            LocalDate receivedOn,
            Instant now);

    @Query(ROW + " where id = :id")
    Optional<Objection> ofId(UUID id);

    @Query(ROW + " where id = :id for update")
    Optional<Objection> lock(UUID id);

    @Query(ROW + " where statement_id = :record")
    Optional<Objection> ofStatement(UUID record);

    @Query(ROW + " where number = :number and code_hash = :codeHash")
    Optional<Objection> ofCode(String number, byte[] codeHash);

    @Query("""
        select o.version
          from product_filing.objection o
          join product_filing.unit u on u.id = o.unit
         where o.id = :id and u.organisation = :organisation
           and (o.asked_on is not null or o.state in ('UPHELD', 'NOT_UPHELD', 'DISMISSED'))
        """)
    Optional<Long> versionForUnit(UUID id, UUID organisation);

    /** Others of the product that were upheld when there was nothing left to revoke. */
    @Query(ROW + """
         where product = :product and state = 'UPHELD' and outcome_case is null
         order by id for update
        """)
    List<Objection> lockUpheldInVain(UUID product);

    /** Writes one whose row the transaction has locked. */
    @Query("""
        update product_filing.objection
           set state = :state, redacted = :redacted, shown_evidence = cast(:shownEvidence as jsonb),
               statement_id = :statementId, asked_on = :askedOn, extended = :extended,
               statement = cast(:statement as jsonb), statement_form = :statementForm, stated_at = :statedAt,
               reason = :reason, decided_at = :decidedAt, outcome_case = :outcomeCase, version = :version,
               changed_at = :changedAt
         where id = :id
        """)
    void store(Objection objection);

    /** Those that were decided before a moment and whose objector is still known. */
    @Query(value = """
        select id from product_filing.objection
         where forgotten_on is null and decided_at < :moment and id > :after
         order by id limit :rows
        """, nativeQuery = true)
    List<UUID> toForget(Instant moment, UUID after, int rows);

    /** Has one say nothing any more of who objected: no sealed data, no blind index, nothing in the form's fields. */
    @Query("""
        update product_filing.objection
           set objector = :objector, phone_index = decode('', 'hex'), address_index = decode('', 'hex'),
               document = document - cast(:fields as text[]),
               forgotten_on = :today, version = version + 1, changed_at = :now
         where id = :id
        """)
    void forget(UUID id, byte[] objector, String[] fields, LocalDate today, Instant now);

    /** Those that a unit knows of and that are older, newest first. */
    @Query(ROW + """
         where unit = :unit and state = any (cast(:states as text[]))
           and (asked_on is not null or state in ('UPHELD', 'NOT_UPHELD', 'DISMISSED')) and id < :edge
         order by id desc limit :rows
        """)
    List<Objection> below(UUID unit, String[] states, UUID edge, int rows);

    /** Those that are newer, oldest first. */
    @Query(ROW + """
         where unit = :unit and state = any (cast(:states as text[]))
           and (asked_on is not null or state in ('UPHELD', 'NOT_UPHELD', 'DISMISSED')) and id > :edge
         order by id limit :rows
        """)
    List<Objection> above(UUID unit, String[] states, UUID edge, int rows);

    @Query("""
        select count(*) from (
            select 1 from product_filing.objection
             where unit = :unit and state = any (cast(:states as text[]))
               and (asked_on is not null or state in ('UPHELD', 'NOT_UPHELD', 'DISMISSED')) limit :most) as counted
        """)
    long count(UUID unit, String[] states, int most);
}
