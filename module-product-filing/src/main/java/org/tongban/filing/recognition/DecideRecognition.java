package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Decision;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductState;

/** Decides on a candidate: into publicity, held, or not met (PF-50, PF-82); in the transaction under way. */
@Singleton
public class DecideRecognition {
    private static final String PATENTS_HIDDEN = "关联专利尚未公开";
    private static final String FILING_REVOKED = "产品备案已撤销";

    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final PublicityPeriod period;
    private final FiledProducts products;
    private final Reviews reviews;
    private final BusinessClock clock;

    DecideRecognition(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            PublicityPeriod period,
            FiledProducts products,
            Reviews reviews,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.period = period;
        this.products = products;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Puts one that a run found met into publicity; one with hidden patents is held until its unit makes them public, and one
     * whose filing was revoked meanwhile is refused.
     */
    public void publishOrHold(UUID id, UUID run, UUID officer) {
        var product = lockProduct(id);
        if (product.state() != ProductState.FILED) {
            refuse(id, new Refusal(run, officer, FILING_REVOKED, Map.of()));
        } else if (!products.hasHiddenPatents(product)) {
            publish(id, run);
        } else if (lock(id).state() == RecognitionState.CANDIDATE) {
            hold(id, run);
        }
    }

    /**
     * Puts it into publicity.
     *
     * @throws DomainException {@code patents-hidden} while a linked patent is not public, {@code not-filed} where the filing
     *     is being revoked or was
     */
    public void publish(UUID id, @Nullable UUID run) {
        var product = lockProduct(id);
        var found = lock(id);
        RecognitionMove.PUBLISH.check(found.state(), FilingActor.STAFF);
        if (product.state() != ProductState.FILED) {
            throw DomainException.of(FilingError.NOT_FILED)
                    .with("from", product.state().code());
        }
        if (products.hasHiddenPatents(product)) {
            throw DomainException.of(FilingError.PATENTS_HIDDEN);
        }
        if (recognitions.lockLive(product.id()).stream()
                .anyMatch(live -> live.state() == RecognitionState.IN_PUBLICITY)) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", RecognitionState.IN_PUBLICITY.code())
                    .with("to", RecognitionState.IN_PUBLICITY.code())
                    .with("move", RecognitionMove.PUBLISH.code());
        }
        var published = found.published(run, clock.today(), clock.now());
        storeRecognition.store(
                published, RecognitionMove.PUBLISH, Map.of("date", period.told(published.requirePublicityStart())));
    }

    /** Holds it until its unit has made the linked patents public. */
    void hold(UUID id, @Nullable UUID run) {
        var product = lockProduct(id);
        var found = lock(id);
        RecognitionMove.HOLD.check(found.state(), FilingActor.STAFF);
        if (!products.hasHiddenPatents(product)) {
            throw DomainException.of(FilingError.PATENTS_PUBLIC);
        }
        storeRecognition.store(found.held(run, PATENTS_HIDDEN, clock.now()), RecognitionMove.HOLD);
    }

    /**
     * Why one is refused.
     *
     * @param run the run that found it; null where staff decide without one
     * @param officer who decides
     * @param reason as the unit is told
     * @param found what the run found, for whoever looks at it again
     */
    public record Refusal(@Nullable UUID run, UUID officer, String reason, Map<String, Object> found) {}

    /** Finds that it does not meet what is asked; its unit may ask for a re-examination (CO-46d). */
    public void refuse(UUID id, Refusal refusal) {
        var product = lockProduct(id);
        var refused = lock(id).refused(refusal.run(), refusal.reason(), clock.now());
        var organisation = products.organisation(product);
        var decided = new NewCase(
                ProductFilingModule.RECOGNITION_REVIEW,
                id,
                product.name(),
                organisation.id(),
                organisation.region(),
                Map.of(
                        "round",
                        refused.year(),
                        "product",
                        Map.of("id", product.id(), "number", product.number(), "name", product.name()),
                        "found",
                        refusal.found()));
        // It may refuse, and so comes before all that is written.
        reviews.record(refusal.officer(), products.answerable(product), decided, Decision.REJECT, refusal.reason());
        storeRecognition.store(
                refused,
                RecognitionMove.REFUSE,
                Map.of("year", String.valueOf(refused.year()), "reason", refusal.reason()));
    }

    /** All who change both take the product first. */
    private Product lockProduct(UUID id) {
        return recognitions
                .ofId(id)
                .map(found -> products.lock(found.product()))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }

    private Recognition lock(UUID id) {
        return recognitions.lock(id).orElseThrow();
    }
}
