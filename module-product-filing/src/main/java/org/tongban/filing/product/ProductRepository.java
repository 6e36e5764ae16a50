package org.tongban.filing.product;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;

/** All SQL of filings. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProductRepository extends GenericRepository<Product, UUID> {
    String COLUMNS = """
        id, unit, state, cast(product as text) as product, cast(patents as text) as patents,
        cast(evidence as text) as evidence, product_form, patents_form, evidence_form, name_key, model_key,
        figures_year, data_year, filing_number, filed_on, submitted_at,
        version, created_by, created_at, changed_at
        """;

    @Query("select " + COLUMNS + " from product_filing.product where id = :id")
    Optional<Product> ofId(UUID id);

    @Query("select " + COLUMNS + " from product_filing.product where id = :id for update")
    Optional<Product> lock(UUID id);

    @Query(value = """
        select id, coalesce(product ->> 'name', '') as name, filing_number as number
          from product_filing.product where id = any (cast(:ids as uuid[]))
        """, nativeQuery = true)
    List<Named> named(@Nullable String[] ids);

    /** Many at once, in one order for all who do so. */
    @Query("select " + COLUMNS + """
          from product_filing.product where id = any (cast(:ids as uuid[])) order by id for update
        """)
    List<Product> lockAll(@Nullable String[] ids);

    @Query("""
        select p.version
          from product_filing.product p
          join product_filing.unit u on u.id = p.unit
         where p.id = :id and u.organisation = :organisation
        """)
    Optional<Long> version(UUID id, UUID organisation);

    @Query("""
        select p.version
          from product_filing.product p
          join product_filing.unit u on u.id = p.unit
         where p.id = :id and u.organisation = :organisation
           for update of p
        """)
    Optional<Long> lockedVersion(UUID id, UUID organisation);

    @Query("""
        insert into product_filing.product (
               id, unit, state, product, patents, evidence, product_form, patents_form, evidence_form, name_key, model_key,
               figures_year, data_year, filing_number, filed_on, submitted_at, version, created_by, created_at, changed_at)
        values (:id, :unit, :state, cast(:product as jsonb), cast(:patents as jsonb), cast(:evidence as jsonb),
               :productForm, :patentsForm, :evidenceForm, :nameKey, :modelKey, :figuresYear, :dataYear, :filingNumber, :filedOn,
               :submittedAt, :version, :createdBy, :createdAt, :changedAt)
        """)
    void add(Product filing);

    /** Writes a filing whose row the transaction has locked. */
    @Query("""
        update product_filing.product
           set state = :state, product = cast(:product as jsonb), patents = cast(:patents as jsonb),
               evidence = cast(:evidence as jsonb), name_key = :nameKey, model_key = :modelKey,
               figures_year = :figuresYear, data_year = :dataYear, filing_number = :filingNumber, filed_on = :filedOn,
               submitted_at = :submittedAt, version = :version, changed_at = :changedAt
         where id = :id
        """)
    void store(Product filing);

    @Query("delete from product_filing.product where id = :id")
    void delete(UUID id);

    /** Whether the unit has the product in review or filed already; the index of the same terms decides a race. */
    @Query("""
        select exists (
            select 1 from product_filing.product
             where unit = :unit and name_key = :nameKey and model_key = :modelKey and id <> :id
               and state in ('IN_REVIEW', 'FILED', 'REVOCATION_IN_REVIEW'))
        """)
    boolean isThereAlready(UUID id, UUID unit, String nameKey, String modelKey);

    /** @throws DomainException {@code duplicate-product} where another is in review or filed under the keys of this one */
    default void requireOnce(Product filing) {
        var nameKey = filing.nameKey();
        var modelKey = filing.modelKey();
        if (nameKey != null && modelKey != null && isThereAlready(filing.id(), filing.unit(), nameKey, modelKey)) {
            throw DomainException.of(FilingError.DUPLICATE_PRODUCT);
        }
    }

    String ROW = """
        id, state, product ->> 'name' as name, product ->> 'model' as model, data_year, filing_number, filed_on,
        changed_at
        """;

    /** What is older, newest first. */
    @Query("select " + ROW + """
          from product_filing.product
         where unit = :unit and id < :edge
         order by id desc limit :rows
        """)
    List<ProductRow> below(UUID unit, UUID edge, int rows);

    /** What is newer, oldest first. */
    @Query("select " + ROW + """
          from product_filing.product
         where unit = :unit and id > :edge
         order by id limit :rows
        """)
    List<ProductRow> above(UUID unit, UUID edge, int rows);

    /** What is older in a state, newest first: a statement of its own, so that its index is read. */
    @Query("select " + ROW + """
          from product_filing.product
         where unit = :unit and state = :state and id < :edge
         order by id desc limit :rows
        """)
    List<ProductRow> belowInState(UUID unit, ProductState state, UUID edge, int rows);

    /** What is newer in a state, oldest first. */
    @Query("select " + ROW + """
          from product_filing.product
         where unit = :unit and state = :state and id > :edge
         order by id limit :rows
        """)
    List<ProductRow> aboveInState(UUID unit, ProductState state, UUID edge, int rows);

    /** How many there are, counted up to a number. */
    @Query("""
        select count(*) from (
            select 1 from product_filing.product where unit = :unit limit :most) as counted
        """)
    long count(UUID unit, int most);

    /** How many there are in a state, counted up to a number. */
    @Query("""
        select count(*) from (
            select 1 from product_filing.product where unit = :unit and state = :state limit :most) as counted
        """)
    long countInState(UUID unit, ProductState state, int most);
}
