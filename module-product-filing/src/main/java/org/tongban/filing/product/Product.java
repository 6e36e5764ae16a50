package org.tongban.filing.product;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Folding;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;

/**
 * A filing with its three parts as JSON documents (PF-30).
 *
 * @param productForm the version of its form that the part was begun with, and by which it stays (CO-32); so with the others
 * @param nameKey the folded name, with {@code modelKey} what makes it the same product (PF-31); set at submission
 * @param figuresYear the calendar year that its figures were given for; null where there are none (PF-31)
 * @param dataYear the calendar year of its figures; fixed at submission
 * @param filingNumber the number of the case that approved it
 */
@MappedEntity(value = "product", schema = "product_filing")
public record Product(
        @Id UUID id,
        UUID unit,
        ProductState state,
        String product,
        String patents,
        String evidence,
        String productForm,
        String patentsForm,
        String evidenceForm,
        @Nullable String nameKey,
        @Nullable String modelKey,
        @Nullable Integer figuresYear,
        @Nullable Integer dataYear,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        @Nullable Instant submittedAt,
        long version,
        UUID createdBy,
        Instant createdAt,
        Instant changedAt) {
    /** A draft with empty parts, each begun with the version of its form that {@code form} names. */
    static Product draft(UUID id, UUID unit, Function<ProductPart, String> form, UUID account, Instant now) {
        return new Product(
                id,
                unit,
                ProductState.DRAFT,
                Documents.EMPTY,
                Documents.EMPTY,
                Documents.EMPTY,
                form.apply(ProductPart.PRODUCT),
                form.apply(ProductPart.PATENTS),
                form.apply(ProductPart.EVIDENCE),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                account,
                now,
                now);
    }

    /** @throws DomainException {@link FilingError#LOCKED} where its unit may not change it now */
    void requireEditable() {
        if (!state.isEditable()) {
            throw DomainException.of(FilingError.LOCKED)
                    .with("from", state.code())
                    .with("to", ProductState.DRAFT.code());
        }
    }

    /** The text of a part. */
    public String part(ProductPart part) {
        return switch (part) {
            case PRODUCT -> product;
            case PATENTS -> patents;
            case EVIDENCE -> evidence;
        };
    }

    /** The version of its form that a part was begun with (CO-32). */
    public String form(ProductPart part) {
        return switch (part) {
            case PRODUCT -> productForm;
            case PATENTS -> patentsForm;
            case EVIDENCE -> evidenceForm;
        };
    }

    /** The same filing with another text of a part. */
    Product with(ProductPart part, String text, Instant now) {
        return new Product(
                id,
                unit,
                state,
                part == ProductPart.PRODUCT ? text : product,
                part == ProductPart.PATENTS ? text : patents,
                part == ProductPart.EVIDENCE ? text : evidence,
                productForm,
                patentsForm,
                evidenceForm,
                nameKey,
                modelKey,
                figuresYear,
                dataYear,
                filingNumber,
                filedOn,
                submittedAt,
                version + 1,
                createdBy,
                createdAt,
                now);
    }

    /** The same filing, its figures given for a year; null where it has none. */
    Product withFigures(@Nullable Integer year) {
        return new Product(
                id,
                unit,
                state,
                product,
                patents,
                evidence,
                productForm,
                patentsForm,
                evidenceForm,
                nameKey,
                modelKey,
                year,
                dataYear,
                filingNumber,
                filedOn,
                submittedAt,
                version,
                createdBy,
                createdAt,
                changedAt);
    }

    /** Whether its unit may change it and its figures are those of another year than the data year (PF-31). */
    boolean isStaleOn(LocalDate today) {
        return state.isEditable() && figuresYear != null && figuresYear != DataYears.on(today);
    }

    /** The same filing with a part in another version of its form (CO-32). */
    Product upgraded(ProductPart part, String form, String text, Instant now) {
        var same = with(part, text, now);
        return new Product(
                id,
                unit,
                state,
                same.product,
                same.patents,
                same.evidence,
                part == ProductPart.PRODUCT ? form : productForm,
                part == ProductPart.PATENTS ? form : patentsForm,
                part == ProductPart.EVIDENCE ? form : evidenceForm,
                nameKey,
                modelKey,
                figuresYear,
                dataYear,
                filingNumber,
                filedOn,
                submittedAt,
                same.version,
                createdBy,
                createdAt,
                now);
    }

    /** Submitted by its unit, under its keys and with the figures' year (PF-31, PF-34). */
    Product submitted(String folded, String foldedModel, int year, Instant now) {
        return new Product(
                id,
                unit,
                ProductMove.SUBMIT.apply(state, FilingActor.UNIT),
                product,
                patents,
                evidence,
                productForm,
                patentsForm,
                evidenceForm,
                folded,
                foldedModel,
                year,
                year,
                filingNumber,
                filedOn,
                now,
                version + 1,
                createdBy,
                createdAt,
                now);
    }

    /** Approved by a reviewer: filed under the number of its case. */
    Product approved(String number, LocalDate today, Instant now) {
        return moved(ProductMove.APPROVE, FilingActor.REVIEWER, number, today, now);
    }

    /** Returned by a reviewer for correction. */
    Product returned(Instant now) {
        return moved(ProductMove.RETURN, FilingActor.REVIEWER, now);
    }

    /** Taken back by its unit, which may edit it again (PF-34b). */
    Product withdrawn(Instant now) {
        return moved(ProductMove.WITHDRAW, FilingActor.UNIT, now);
    }

    /** What it is called. */
    public String name() {
        return Documents.nameOf(this);
    }

    /** Its filing number; only of what was filed. */
    public String number() {
        return Objects.requireNonNull(filingNumber);
    }

    /** The same filing after a move that changes its state alone. */
    Product moved(ProductMove move, FilingActor actor, Instant now) {
        return moved(move, actor, filingNumber, filedOn, now);
    }

    /** The same product with the figures of another year, still filed under its number (PF-40). */
    Product renewed(Renewal renewal, Instant now) {
        return new Product(
                id,
                unit,
                state,
                Documents.write(renewal.product()),
                Documents.write(renewal.patents()),
                Documents.write(renewal.evidence()),
                productForm,
                patentsForm,
                evidenceForm,
                Folding.name(renewal.product().path("name").asText()),
                Folding.name(renewal.product().path("model").asText()),
                renewal.dataYear(),
                renewal.dataYear(),
                filingNumber,
                filedOn,
                submittedAt,
                version + 1,
                createdBy,
                createdAt,
                now);
    }

    private Product moved(
            ProductMove move, FilingActor actor, @Nullable String number, @Nullable LocalDate day, Instant now) {
        return new Product(
                id,
                unit,
                move.apply(state, actor),
                product,
                patents,
                evidence,
                productForm,
                patentsForm,
                evidenceForm,
                nameKey,
                modelKey,
                figuresYear,
                dataYear,
                number,
                day,
                submittedAt,
                version + 1,
                createdBy,
                createdAt,
                now);
    }
}
