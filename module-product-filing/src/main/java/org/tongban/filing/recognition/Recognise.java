package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.state.Actor;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;
import org.tongban.filing.ToldDay;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.recognition.RecognitionCertificates.Due;
import org.tongban.filing.recognition.StoreRecognition.Moved;

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
     * Recognises them, those whose period is over on the day and to which no objection is open.
     *
     * @param move by the task, or by the decision on the last objection
     * @return those that are recognised now
     */
    List<UUID> recogniseDue(List<UUID> ids, LocalDate today, RecognitionMove move, Actor by) {
        // All who change both take the product first: an objection that comes in at this moment waits, or is waited
        // for.
        var locked = products.lockAll(recognitions.ofAll(Columns.of(ids)).stream()
                .map(Recognition::product)
                .toList());
        var open = objections.openAmong(locked.keySet());
        var due = recognitions.lockAll(Columns.of(ids)).stream()
                .filter(found -> found.state() == RecognitionState.IN_PUBLICITY
                        && period.isOverOn(found.requirePublicityStart(), today)
                        && !open.contains(found.product()))
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        supersede(due, locked);
        var given = numbers.next(PREFIX, due.size());
        var moved = new ArrayList<Moved>();
        for (int i = 0; i < due.size(); i++) {
            var recognised = due.get(i).recognised(move, by, given.get(i), today, clock.now());
            moved.add(new Moved(
                    recognised,
                    Objects.requireNonNull(locked.get(recognised.product())),
                    move,
                    Map.of("date", ToldDay.of(recognised.requireValidUntil()))));
        }
        storeRecognition.storeAll(moved);
        certify(moved);
        return due.stream().map(Recognition::id).toList();
    }

    private void supersede(List<Recognition> due, Map<UUID, Product> locked) {
        storeRecognition.storeAll(recognitions.lockLive(Columns.of(due, Recognition::product)).stream()
                .filter(former -> former.state() == RecognitionState.RECOGNISED)
                .map(former -> new Moved(
                        former.ended(RecognitionMove.SUPERSEDE, clock.now()),
                        Objects.requireNonNull(locked.get(former.product())),
                        RecognitionMove.SUPERSEDE,
                        Map.of()))
                .toList());
    }

    private void certify(List<Moved> recognised) {
        var organisations =
                products.organisations(recognised.stream().map(Moved::product).toList());
        certificates.issue(recognised.stream()
                .map(moved -> new Due(
                        moved.recognition(),
                        moved.product(),
                        Objects.requireNonNull(organisations.get(moved.product().unit()))))
                .toList());
    }
}
