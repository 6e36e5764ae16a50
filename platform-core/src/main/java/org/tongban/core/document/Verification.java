package org.tongban.core.document;

import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.document.DocumentViews.Fact;
import org.tongban.core.document.DocumentViews.Mine;
import org.tongban.core.document.DocumentViews.Verified;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Transactions;

/** Says of a document whether it is valid at this moment of business time, to whoever has its code (CO-60). */
@Singleton
public class Verification {
    private final DocumentRepository repository;
    private final IssuedDocuments documents;
    private final ShortCode codes;
    private final BusinessClock clock;
    private final Provider<Reviews> reviews;
    private final Transactions transactions;

    Verification(
            DocumentRepository repository,
            IssuedDocuments documents,
            ShortCode codes,
            BusinessClock clock,
            Provider<Reviews> reviews,
            Transactions transactions) {
        this.repository = repository;
        this.documents = documents;
        this.codes = codes;
        this.clock = clock;
        this.reviews = reviews;
        this.transactions = transactions;
    }

    /** A document found by its number. */
    public record Numbered(String code, Title title, String state, Title stateTitle) {}

    /** The documents with a number, the newest first, but for those about records of one kind. */
    public List<Numbered> numbered(String number, String butAbout) {
        var today = clock.today();
        return repository.byNumber(number).stream()
                .filter(row -> !row.subjectType().equals(butAbout))
                .map(row -> {
                    var state = DocumentState.of(row, today);
                    return new Numbered(ShortCode.grouped(row.code()), row.title(), state.code(), state.title());
                })
                .toList();
    }

    /**
     * The document of a code, or of a number by which everybody may find it, as it was typed; nothing is asked of the
     * database for a code that was not signed here.
     */
    Optional<DocumentRow> find(String typed) {
        return codes.read(typed)
                .flatMap(code -> transactions.read(() -> repository.findByCode(code)))
                .or(() -> Numbers.read(typed)
                        .value()
                        .flatMap(number -> transactions.read(() -> repository.findByNumber(number))));
    }

    /** Whether the decision that revoked it is looked at again; meanwhile it stands (CO-46d). */
    private @Nullable Boolean underReexamination(DocumentRow row) {
        var decided = row.revokedFor();
        return decided != null && transactions.read(() -> reviews.get().underReexamination(decided)) ? true : null;
    }

    Verified verified(DocumentRow row, Language language) {
        var now = clock.now();
        var state = DocumentState.of(row, LocalDate.ofInstant(now, BusinessClock.ZONE));
        return new Verified(
                ShortCode.grouped(row.code()),
                state.code(),
                state.title().in(language),
                now,
                row.number(),
                row.title().in(language),
                row.holder().isEmpty() ? null : row.holder(),
                row.issuer(),
                LocalDate.ofInstant(row.issuedAt(), BusinessClock.ZONE),
                row.validFrom(),
                row.validUntil(),
                row.revokedAt() == null ? null : LocalDate.ofInstant(row.revokedAt(), BusinessClock.ZONE),
                underReexamination(row),
                successor(row.supersededBy()),
                documents.facts(row).stream()
                        .filter(DocumentFact::shown)
                        .map(fact -> Fact.of(fact, language))
                        .toList(),
                documents.address(row));
    }

    Mine mine(DocumentRow row, Language language) {
        var state = DocumentState.of(row, clock.today());
        return new Mine(
                row.id(),
                row.number(),
                row.title().in(language),
                state.code(),
                state.title().in(language),
                row.validFrom(),
                row.validUntil(),
                ShortCode.grouped(row.code()),
                documents.address(row),
                MyDocumentsController.PATH + "/" + row.id() + "/file");
    }

    private @Nullable String successor(@Nullable UUID by) {
        return by == null
                ? null
                : transactions
                        .read(() -> repository.find(by))
                        .map(DocumentRow::number)
                        .orElse(null);
    }
}
