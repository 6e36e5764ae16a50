package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.Decision;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.FilingError;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.ToldDay;
import org.tongban.filing.lapse.Lapses;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.product.ProductState;
import org.tongban.filing.recognition.StoreRecognition.Moved;

/** Decides on a candidate: into publicity, held, or not met (PF-50, PF-82); in the transaction under way. */
@Singleton
public class DecideRecognition {
    private static final String PATENTS_HIDDEN = "关联专利尚未公开";
    private static final String PATENTS_LAPSED = "关联专利已全部失效或转让";
    private static final String FILING_REVOKED = "产品备案已撤销";

    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final PublicityPeriod period;
    private final FiledProducts products;
    private final Lapses lapses;
    private final Reviews reviews;
    private final BusinessClock clock;

    DecideRecognition(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            PublicityPeriod period,
            FiledProducts products,
            Lapses lapses,
            Reviews reviews,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.period = period;
        this.products = products;
        this.lapses = lapses;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * What a run found of one.
     *
     * @param refusal why it is refused; null of one that is met
     */
    public record Verdict(UUID id, @Nullable Refusal refusal) {}

    /**
     * Decides on many by what a run found. One that is met goes into publicity; one with hidden patents is held until its unit
     * makes them public, and one whose filing was revoked meanwhile, or of which no patent is valid any more, is refused. While
     * a revocation is in review, it is left as it is.
     *
     * @return those that could not be decided, and why; nothing was written of them
     */
    public Map<UUID, DomainException> decide(UUID run, UUID officer, List<Verdict> verdicts) {
        var standings = standings(verdicts.stream().map(Verdict::id).toList());
        var moved = new ArrayList<Moved>();
        var left = new HashMap<UUID, DomainException>();
        for (var verdict : verdicts) {
            try {
                decided(demand(standings, verdict.id()), verdict.refusal(), run, officer)
                        .ifPresent(moved::add);
            } catch (DomainException refused) {
                left.put(verdict.id(), refused);
            }
        }
        storeRecognition.storeAll(moved);
        return left;
    }

    private Optional<Moved> decided(Standing standing, @Nullable Refusal refusal, UUID run, UUID officer) {
        if (refusal != null) {
            return Optional.of(refused(standing, refusal));
        }
        requireNoRevocation(standing.product());
        if (standing.product().state() != ProductState.FILED) {
            return Optional.of(refused(standing, new Refusal(run, officer, FILING_REVOKED, Map.of())));
        }
        if (standing.lapsed()) {
            return Optional.of(refused(standing, new Refusal(run, officer, PATENTS_LAPSED, Map.of())));
        }
        if (!products.hasHiddenPatents(standing.product())) {
            return Optional.of(published(standing, run));
        }
        return standing.found().state() == RecognitionState.CANDIDATE
                ? Optional.of(held(standing, run))
                : Optional.empty();
    }

    /**
     * Puts it into publicity.
     *
     * @throws DomainException {@code patents-hidden} while a linked patent is not public, {@code patents-lapsed} where none is
     *     valid any more, {@code not-filed} where the filing was revoked, {@code revocation-in-review} until it is decided
     */
    public void publish(UUID id, @Nullable UUID run) {
        storeRecognition.storeAll(List.of(published(standing(id), run)));
    }

    private Moved published(Standing standing, @Nullable UUID run) {
        var found = standing.found();
        var product = standing.product();
        RecognitionMove.PUBLISH.check(found.state(), FilingActor.STAFF);
        requireNoRevocation(product);
        if (product.state() != ProductState.FILED) {
            throw DomainException.of(FilingError.NOT_FILED)
                    .with("from", product.state().code());
        }
        if (standing.lapsed()) {
            throw DomainException.of(FilingError.PATENTS_LAPSED);
        }
        if (products.hasHiddenPatents(product)) {
            throw DomainException.of(FilingError.PATENTS_HIDDEN);
        }
        if (standing.inPublicity()) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", RecognitionState.IN_PUBLICITY.code())
                    .with("to", RecognitionState.IN_PUBLICITY.code())
                    .with("move", RecognitionMove.PUBLISH.code());
        }
        var published = found.published(run, clock.today(), clock.now());
        return new Moved(
                published,
                product,
                RecognitionMove.PUBLISH,
                Map.of("date", ToldDay.of(period.end(published.requirePublicityStart()))));
    }

    /** What may be revoked tomorrow does not come into publicity today. */
    private static void requireNoRevocation(Product product) {
        if (product.state() == ProductState.REVOCATION_IN_REVIEW) {
            throw DomainException.of(FilingError.REVOCATION_IN_REVIEW)
                    .with("from", product.state().code());
        }
    }

    /** Holds it until its unit has made the linked patents public. */
    void hold(UUID id, @Nullable UUID run) {
        storeRecognition.storeAll(List.of(held(standing(id), run)));
    }

    private Moved held(Standing standing, @Nullable UUID run) {
        RecognitionMove.HOLD.check(standing.found().state(), FilingActor.STAFF);
        if (!products.hasHiddenPatents(standing.product())) {
            throw DomainException.of(FilingError.PATENTS_PUBLIC);
        }
        return new Moved(
                standing.found().held(run, PATENTS_HIDDEN, clock.now()),
                standing.product(),
                RecognitionMove.HOLD,
                Map.of());
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
    void refuse(UUID id, Refusal refusal) {
        storeRecognition.storeAll(List.of(refused(standing(id), refusal)));
    }

    private Moved refused(Standing standing, Refusal refusal) {
        var product = standing.product();
        var refused = standing.found().refused(refusal.run(), refusal.reason(), clock.now());
        var organisation = products.organisation(product);
        var decided = new NewCase(
                ProductFilingModule.RECOGNITION_REVIEW,
                refused.id(),
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
        return new Moved(
                refused,
                product,
                RecognitionMove.REFUSE,
                Map.of("year", String.valueOf(refused.year()), "reason", refusal.reason()));
    }

    /**
     * A recognition and its product, both locked.
     *
     * @param inPublicity whether the product is in publicity now, in whichever year
     * @param lapsed whether none of its patents is valid today
     */
    private record Standing(Recognition found, Product product, boolean inPublicity, boolean lapsed) {}

    private Standing standing(UUID id) {
        return demand(standings(List.of(id)), id);
    }

    private static Standing demand(Map<UUID, Standing> standings, UUID id) {
        var standing = standings.get(id);
        if (standing == null) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return standing;
    }

    /** All who change both take the product first. */
    private Map<UUID, Standing> standings(List<UUID> ids) {
        var locked = products.lockAll(recognitions.ofAll(Columns.of(ids)).stream()
                .map(Recognition::product)
                .toList());
        var published = recognitions.lockLive(Columns.of(locked.keySet())).stream()
                .filter(live -> live.state() == RecognitionState.IN_PUBLICITY)
                .map(Recognition::product)
                .collect(Collectors.toSet());
        var lapsed = lapses.without(locked.keySet(), clock.today());
        return recognitions.lockAll(Columns.of(ids)).stream()
                .collect(Collectors.toMap(
                        Recognition::id,
                        found -> new Standing(
                                found,
                                Objects.requireNonNull(locked.get(found.product())),
                                published.contains(found.product()),
                                lapsed.contains(found.product()))));
    }
}
