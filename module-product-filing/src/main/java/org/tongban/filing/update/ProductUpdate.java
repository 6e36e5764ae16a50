package org.tongban.filing.update;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;

/**
 * The update of a product in a round (PF-40).
 *
 * @param year that of the round
 * @param dataYear the calendar year of its figures
 * @param form the version of its form
 * @param returnedOn the day of its last return, from which ten working days run
 * @param openUntil the day up to which staff opened it again
 */
@MappedEntity(value = "product_update", schema = "product_filing")
record ProductUpdate(
        @Id UUID id,
        UUID product,
        UUID unit,
        int year,
        int dataYear,
        UpdateState state,
        String form,
        String document,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate openUntil,
        @Nullable Instant submittedAt,
        long version,
        Instant createdAt,
        Instant changedAt) {
    static ProductUpdate due(UUID id, UUID product, UUID unit, int year, int dataYear, String form, Instant now) {
        return new ProductUpdate(
                id,
                product,
                unit,
                year,
                dataYear,
                UpdateState.DUE,
                form,
                Documents.EMPTY,
                null,
                null,
                null,
                1,
                now,
                now);
    }

    /** @throws DomainException {@link FilingError#UPDATE_LOCKED} where its unit may not change it now */
    void requireEditable() {
        var editable = switch (state) {
            case DUE, RETURNED -> true;
            case IN_REVIEW, DONE, MISSED -> false;
        };
        if (!editable) {
            throw DomainException.of(FilingError.UPDATE_LOCKED)
                    .with("from", state.code())
                    .with("to", UpdateState.DUE.code());
        }
    }

    ProductUpdate with(String text, Instant now) {
        return changed(state, text, returnedOn, openUntil, submittedAt, now);
    }

    ProductUpdate submitted(Instant now) {
        return changed(UpdateMove.SUBMIT.apply(state, FilingActor.UNIT), document, returnedOn, openUntil, now, now);
    }

    ProductUpdate withdrawn(Instant now) {
        return changed(
                UpdateMove.WITHDRAW.apply(state, FilingActor.UNIT), document, returnedOn, openUntil, submittedAt, now);
    }

    ProductUpdate approved(Instant now) {
        return changed(
                UpdateMove.APPROVE.apply(state, FilingActor.REVIEWER),
                document,
                returnedOn,
                openUntil,
                submittedAt,
                now);
    }

    ProductUpdate returned(LocalDate today, Instant now) {
        return changed(
                UpdateMove.RETURN.apply(state, FilingActor.REVIEWER), document, today, openUntil, submittedAt, now);
    }

    ProductUpdate missed(Instant now) {
        return changed(
                UpdateMove.MISS.apply(state, FilingActor.TASK), document, returnedOn, openUntil, submittedAt, now);
    }

    ProductUpdate reopened(LocalDate until, Instant now) {
        return changed(UpdateMove.REOPEN.apply(state, FilingActor.STAFF), document, null, until, submittedAt, now);
    }

    private ProductUpdate changed(
            UpdateState to,
            String text,
            @Nullable LocalDate lastReturn,
            @Nullable LocalDate until,
            @Nullable Instant submission,
            Instant now) {
        return new ProductUpdate(
                id,
                product,
                unit,
                year,
                dataYear,
                to,
                form,
                text,
                lastReturn,
                until,
                submission,
                version + 1,
                createdAt,
                now);
    }
}
