package org.tongban.filing.objection;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Language;
import org.tongban.core.review.SubmissionReceipts;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.objection.ObjectionViews.Progress;
import org.tongban.filing.product.FiledProducts;

/** Tells whoever has its code how an objection stands (PF-60). */
@Singleton
class FollowObjection {
    private final ObjectionRepository objections;
    private final FiledProducts products;
    private final SubmissionReceipts receipts;

    FollowObjection(ObjectionRepository objections, FiledProducts products, SubmissionReceipts receipts) {
        this.objections = objections;
        this.products = products;
        this.receipts = receipts;
    }

    /** @throws DomainException {@code not-found}, the same for a receipt that is none and for another one's code */
    Progress follow(String receiptNumber, String code, Language language) {
        return found(receiptNumber, code)
                .map(found -> Progress.of(found.objection(), found.productName(), language))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    /** The document of its receipt, in the transaction under way; empty as {@link #found}. */
    Optional<UUID> receipt(String receiptNumber, String code) {
        return found(receiptNumber, code)
                .map(found -> receipts.ofSubmission(found.objection().id()));
    }

    /** An objection with the name of what it is to. */
    record Followed(Objection objection, String productName) {}

    Optional<Followed> found(String receiptNumber, String code) {
        return objections
                .ofCode(Folding.identifier(receiptNumber), FollowUpCode.hash(code))
                .map(found -> new Followed(found, products.of(found.product()).name()));
    }
}
