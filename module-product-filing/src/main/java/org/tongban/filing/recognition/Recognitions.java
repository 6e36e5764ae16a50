package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.state.Actor;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingActor;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

/** What objections and the end of filings do to recognitions; in the transaction under way, the product locked. */
@Singleton
public class Recognitions {
    /** The kind of record that audit records and the overview name. */
    public static final String RECORD = "product-filing/recognition";

    private static final String FILING_REVOKED = "产品备案已撤销";
    private static final Title NOT_OPEN =
            new Title("该产品不在公示期，也未被认定。", "The product is neither in publicity nor recognised.");
    private static final Title OVER =
            new Title("该产品公示期已满，不再接受异议。", "Its publicity is over: no more objections are taken.");
    private static final Title HELD = new Title(
            "该产品公示期已满，异议处理中，不再接受新的异议。", "Its publicity is over and an objection is being handled: no more are taken.");

    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final Recognise recognise;
    private final RecognitionCertificates certificates;
    private final FiledProducts products;
    private final FilingUnits units;
    private final UnitNotices notices;
    private final PublicityPeriod period;
    private final OpenObjections objections;
    private final BusinessClock clock;

    Recognitions(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            Recognise recognise,
            RecognitionCertificates certificates,
            FiledProducts products,
            FilingUnits units,
            UnitNotices notices,
            PublicityPeriod period,
            OpenObjections objections,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.recognise = recognise;
        this.certificates = certificates;
        this.products = products;
        this.units = units;
        this.notices = notices;
        this.period = period;
        this.objections = objections;
        this.clock = clock;
    }

    /** Where the unit reads one. */
    static String link(UUID id) {
        return "/api/product-filing/v1/recognitions/" + id;
    }

    /** Tells its unit something of one; the message names the product beside what is said. */
    public void tell(UUID id, String message, Map<String, String> said) {
        var found = recognitions.ofId(id).orElseThrow();
        var parameters = new HashMap<>(said);
        parameters.put("product", products.of(found.product()).name());
        notices.tell(message, units.of(found.unit()), parameters, link(id));
    }

    /**
     * That of a product to which the public may object now: in force to its last day, whether or not the task of the night
     * has ended it, or else in publicity from its first day to its last (PF-51, PF-60).
     */
    public Optional<Recognition> openToObjections(UUID product) {
        return standing(product)
                .filter(found -> found.state() != RecognitionState.IN_PUBLICITY
                        || period.phase(found.requirePublicityStart(), clock.today()) == PublicityPeriod.Phase.OPEN);
    }

    /** Why nobody may object to a product now that is not {@link #openToObjections}. */
    public Title whyClosed(UUID product) {
        return standing(product)
                .filter(found -> found.state() == RecognitionState.IN_PUBLICITY)
                .map(this::whyPublicityIsClosed)
                .orElse(NOT_OPEN);
    }

    private Title whyPublicityIsClosed(Recognition found) {
        var start = found.requirePublicityStart();
        return switch (period.phase(start, clock.today())) {
            case ANNOUNCED -> {
                var first = PublicRecord.date(start.plusDays(1));
                yield new Title(
                        "该产品即将公示，公示自%s 0:00 开始，届时方可提出异议。".formatted(first.zh()),
                        "Its publicity begins on %s at 00:00: object from then on.".formatted(first.en()));
            }
            // Open a moment ago, and over at midnight.
            case OPEN, OVER -> objections.openAmong(List.of(found.product())).isEmpty() ? OVER : HELD;
        };
    }

    /** What there is to revoke of a product today: in force, or else in publicity, be that not begun or over already. */
    public Optional<Recognition> standing(UUID product) {
        return recognitions.standing(product, clock.today());
    }

    /**
     * An objection was upheld: whatever of the product is in publicity or in force is revoked at once (PF-54).
     *
     * @param reason as the unit is told
     */
    public void uphold(UUID product, UUID objection, String reason) {
        revoke(product, objection, RecognitionMove.UPHOLD, FilingActor.REVIEWER, reason);
    }

    /** The decision to uphold fell in its re-examination: what was revoked by it is as it was (CO-46d). */
    public void restore(UUID objection) {
        restoreRevokedBy(objection);
    }

    /** Somebody looks again at what revoked one, or no more: the open list says so, and has another version by that. */
    public void reexamined() {
        recognitions.countListed(1);
    }

    /** An objection came to nothing: what was held in publicity by it alone is recognised now (PF-52). */
    public void settle(UUID product) {
        for (var live : recognitions.lockLive(product)) {
            if (live.state() == RecognitionState.IN_PUBLICITY) {
                recognise.recogniseDue(
                        List.of(live.id()), clock.today(), RecognitionMove.RECOGNISE_BY_DECISION, FilingActor.REVIEWER);
            }
        }
    }

    /**
     * The filing is about to be revoked (PF-82).
     *
     * @param cause the request that it is revoked by, or the product where its unit confirms that no patent is valid
     */
    public void revokeWithFiling(UUID product, UUID cause) {
        revoke(product, cause, RecognitionMove.REVOKE_WITH_FILING, FilingActor.UNIT, FILING_REVOKED);
    }

    /** The filing is filed again, since its revocation fell. */
    public void restoreWithFiling(UUID cause) {
        restoreRevokedBy(cause);
    }

    private void revoke(UUID product, UUID cause, RecognitionMove move, Actor by, String reason) {
        for (var live : recognitions.lockLive(product)) {
            var revoked = live.revoked(move, by, cause, reason, clock.now());
            storeRecognition.store(revoked, move, Map.of("reason", reason));
            if (revoked.certificateNumber() != null) {
                certificates.revoke(revoked);
            }
        }
    }

    private void restoreRevokedBy(UUID cause) {
        for (var revoked : recognitions.lockRevokedBy(cause)) {
            var restored = revoked.restored(clock.now());
            requireRoom(restored);
            storeRecognition.store(restored, RecognitionMove.restoring(restored.state()));
            if (restored.certificateNumber() != null) {
                certificates.restore(restored);
            }
        }
    }

    /** A product is recognised once, and in publicity once: a later round may have taken the place. */
    private void requireRoom(Recognition restored) {
        if (recognitions.lockLive(restored.product()).stream().anyMatch(live -> live.state() == restored.state())) {
            throw DomainException.of(CoreError.ILLEGAL_MOVE)
                    .with("from", RecognitionState.REVOKED.code())
                    .with("to", restored.state().code())
                    .with("move", RecognitionMove.restoring(restored.state()).code());
        }
    }
}
