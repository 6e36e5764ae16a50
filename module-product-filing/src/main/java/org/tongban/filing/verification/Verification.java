package org.tongban.filing.verification;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Documents;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;

/**
 * What a unit says of itself (PF-5), or what has changed of it (PF-8).
 *
 * @param owner the unit; the account as long as it has none
 * @param account who worked on it last
 * @param realm the realm of that account
 * @param form the version of the form that the document is of
 * @param document with phones masked
 * @param phones the same phones in clear, sealed; empty for none
 * @param uscc canonical, once it was submitted
 * @param dataYear the calendar year that its figures are of, once it was submitted
 * @param facts what the registry of businesses said when it was submitted
 * @param takeover whether another unit has the code, which is to pass (PF-7)
 */
@MappedEntity(value = "verification", schema = "product_filing")
@SuppressWarnings("ArrayRecordComponent")
record Verification(
        @Id UUID id,
        UUID owner,
        VerificationKind kind,
        VerificationState state,
        UUID account,
        String realm,
        String form,
        String document,
        byte[] phones,
        @Nullable String uscc,
        @Nullable Integer dataYear,
        boolean takeover,
        String facts,
        long version,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant changedAt) {
    /** Its name as typed; the kind's title where nobody has typed one. */
    String title() {
        var name = Documents.read(document).path("name").asText().strip();
        return name.isEmpty() ? kind.title().zh() : name;
    }

    /** Whether who applies is an account of this programme that is no unit's yet. */
    boolean isOfNewAccount() {
        return kind == VerificationKind.VERIFICATION
                && owner.equals(account)
                && realm.equals(ProductFilingModule.REALM);
    }

    /** Refuses a save of what is in review or was approved. */
    void requireEditable() {
        if (!state.isEditable()) {
            throw DomainException.of(FilingError.VERIFICATION_LOCKED);
        }
    }

    Verification with(UUID by, String ofRealm, String text, byte[] sealed, Instant now) {
        return new Verification(
                id,
                owner,
                kind,
                state,
                by,
                ofRealm,
                form,
                text,
                sealed,
                uscc,
                dataYear,
                takeover,
                facts,
                version + 1,
                submittedAt,
                createdAt,
                now);
    }

    Verification submitted(String code, int year, boolean takes, String said, String text, byte[] sealed, Instant now) {
        var next = VerificationMove.SUBMIT.apply(state, FilingActor.UNIT);
        return new Verification(
                id,
                owner,
                kind,
                next,
                account,
                realm,
                form,
                text,
                sealed,
                code,
                year,
                takes,
                said,
                version + 1,
                now,
                createdAt,
                now);
    }

    Verification withdrawn(Instant now) {
        return moved(VerificationMove.WITHDRAW, FilingActor.UNIT, owner, now);
    }

    Verification returned(Instant now) {
        return moved(VerificationMove.RETURN, FilingActor.REVIEWER, owner, now);
    }

    Verification approved(UUID unit, Instant now) {
        return moved(VerificationMove.APPROVE, FilingActor.REVIEWER, unit, now);
    }

    private Verification moved(VerificationMove move, FilingActor by, UUID nextOwner, Instant now) {
        var next = move.apply(state, by);
        return new Verification(
                id,
                nextOwner,
                kind,
                next,
                account,
                realm,
                form,
                document,
                phones,
                uscc,
                dataYear,
                takeover,
                facts,
                version + 1,
                submittedAt,
                createdAt,
                now);
    }

    @Override
    public String toString() {
        return "Verification[" + id + "]";
    }
}
