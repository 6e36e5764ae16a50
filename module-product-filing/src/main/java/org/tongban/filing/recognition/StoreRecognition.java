package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.core.event.Events;
import org.tongban.core.event.NewEvent;
import org.tongban.core.web.Columns;
import org.tongban.filing.ProductRecognised;
import org.tongban.filing.RecognitionEnded;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.publicdata.PublishProduct.PublicRecognition;
import org.tongban.filing.recognition.RecognitionMatters.Noted;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;
import org.tongban.filing.unit.UnitNotices.Notice;

/** Keeps a recognition as a move left it, and does what goes with every move: overview, public page, message, event. */
@Singleton
class StoreRecognition {
    private final RecognitionRepository recognitions;
    private final RecognitionMatters matters;
    private final FiledProducts products;
    private final FilingUnits units;
    private final PublishProduct publishProduct;
    private final UnitNotices notices;
    private final Events events;

    StoreRecognition(
            RecognitionRepository recognitions,
            RecognitionMatters matters,
            FiledProducts products,
            FilingUnits units,
            PublishProduct publishProduct,
            UnitNotices notices,
            Events events) {
        this.recognitions = recognitions;
        this.matters = matters;
        this.products = products;
        this.units = units;
        this.publishProduct = publishProduct;
        this.notices = notices;
        this.events = events;
    }

    /** The same for a move whose message names nothing but the product. */
    void store(Recognition moved, RecognitionMove move) {
        store(moved, move, Map.of());
    }

    /**
     * Stores it.
     *
     * @param said what the move's message says beside the product
     */
    void store(Recognition moved, RecognitionMove move, Map<String, String> said) {
        storeAll(List.of(new Moved(moved, products.of(moved.product()), move, said)));
    }

    /**
     * A recognition as a move left it.
     *
     * @param said what the move's message says beside the product
     */
    record Moved(Recognition recognition, Product product, RecognitionMove move, Map<String, String> said) {}

    /** Stores many at once, of which no two are of one product. */
    void storeAll(List<Moved> all) {
        if (all.isEmpty()) {
            return;
        }
        recognitions.store(all.stream().map(Moved::recognition).toList());
        var found = units.ofAll(
                all.stream().map(moved -> moved.recognition().unit()).collect(Collectors.toSet()));
        var noted = all.stream()
                .map(moved -> new Noted(
                        moved.recognition(),
                        moved.product(),
                        Objects.requireNonNull(found.get(moved.recognition().unit()))))
                .toList();
        matters.note(noted);
        show(all.stream().map(moved -> moved.product().id()).toList());
        var told = new ArrayList<Notice>();
        var happened = new ArrayList<NewEvent>();
        for (int i = 0; i < all.size(); i++) {
            var moved = all.get(i);
            var unit = noted.get(i).unit();
            moved.move().message().ifPresent(message -> told.add(notice(message, moved, unit)));
            if (moved.move().event().isPresent()) {
                happened.add(new NewEvent(
                        moved.product().id(),
                        moved.move().requireEvent(payload(moved.recognition(), moved.product(), unit))));
            }
        }
        notices.tellAll(told);
        events.publishAll(happened);
    }

    private static Notice notice(String message, Moved moved, FilingUnit unit) {
        var parameters = new HashMap<>(moved.said());
        parameters.put("product", moved.product().name());
        return new Notice(
                message, unit, parameters, Recognitions.link(moved.recognition().id()));
    }

    private Record payload(Recognition moved, Product product, FilingUnit unit) {
        return moved.state() == RecognitionState.RECOGNISED
                ? new ProductRecognised(
                        product.id(),
                        unit.id(),
                        unit.organisation(),
                        product.name(),
                        moved.year(),
                        moved.requireCertificateNumber(),
                        moved.requireRecognisedOn(),
                        moved.requireValidUntil())
                : new RecognitionEnded(
                        product.id(),
                        unit.id(),
                        unit.organisation(),
                        product.name(),
                        moved.year(),
                        moved.state().code(),
                        moved.certificateNumber());
    }

    /** Shows products as what they are today; in the transaction under way, the products locked. */
    void show(Collection<UUID> products) {
        var shown = new HashMap<UUID, Optional<PublicRecognition>>();
        products.forEach(product -> shown.put(product, Optional.empty()));
        for (var found : recognitions.shown(Columns.of(shown.keySet()))) {
            shown.put(
                    found.product(),
                    Optional.of(new PublicRecognition(
                            found.state() == RecognitionState.RECOGNISED,
                            found.requirePublicityStart(),
                            found.recognisedOn(),
                            found.validUntil(),
                            found.certificateNumber())));
        }
        publishProduct.show(shown);
    }
}
