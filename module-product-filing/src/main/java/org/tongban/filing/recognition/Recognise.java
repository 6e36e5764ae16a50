package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.state.Actor;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.FilingActor;
import org.tongban.filing.product.FiledProducts;

/** Recognises what was in publicity to its end without an open objection (PF-52); in the transaction under way. */
@Singleton
class Recognise {
    private static final String PREFIX = "RD";

    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final RecognitionCertificates certificates;
    private final OpenObjections objections;
    private final PublicityPeriod period;
    private final FiledProducts products;
    private final Numbers numbers;
    private final BusinessClock clock;

    Recognise(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            RecognitionCertificates certificates,
            OpenObjections objections,
            PublicityPeriod period,
            FiledProducts products,
            Numbers numbers,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.certificates = certificates;
        this.objections = objections;
        this.period = period;
        this.products = products;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Recognises it, if its period is over on the day and no objection is open.
     *
     * @param move by the task, or by the decision on the last objection
     */
    boolean recogniseIfDue(UUID id, LocalDate today, RecognitionMove move, Actor by) {
        // All who change both take the product first: an objection that comes in at this moment waits, or is waited
        // for.
        var product = recognitions
                .ofId(id)
                .map(found -> products.lock(found.product()))
                .orElseThrow();
        var found = recognitions.lock(id).orElseThrow();
        if (found.state() != RecognitionState.IN_PUBLICITY
                || !period.isOverOn(found.requirePublicityStart(), today)
                || objections.isAnyOpen(product.id())) {
            return false;
        }
        for (var former : recognitions.lockLive(product.id())) {
            if (former.state() == RecognitionState.RECOGNISED) {
                storeRecognition.store(former.ended(RecognitionMove.SUPERSEDE, clock.now()), RecognitionMove.SUPERSEDE);
            }
        }
        var recognised = found.recognised(move, by, numbers.next(PREFIX), today, clock.now());
        storeRecognition.store(
                recognised, move, Map.of("date", recognised.requireValidUntil().toString()));
        certificates.issue(recognised, product, products.organisation(product));
        return true;
    }

    /** The same by the task. */
    boolean recogniseByTask(UUID id, LocalDate today) {
        return recogniseIfDue(id, today, RecognitionMove.RECOGNISE, FilingActor.TASK);
    }
}
