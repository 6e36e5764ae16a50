package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.event.Events;
import org.tongban.filing.ProductRecognised;
import org.tongban.filing.RecognitionEnded;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.product.Product;
import org.tongban.filing.publicdata.PublishProduct;
import org.tongban.filing.publicdata.PublishProduct.PublicRecognition;
import org.tongban.filing.unit.FilingUnit;
import org.tongban.filing.unit.FilingUnits;
import org.tongban.filing.unit.UnitNotices;

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
        recognitions.store(moved);
        var product = products.of(moved.product());
        var unit = units.of(moved.unit());
        matters.note(moved, product, unit);
        show(moved.product());
        move.message().ifPresent(message -> {
            var parameters = new HashMap<>(said);
            parameters.put("product", product.name());
            notices.tell(message, unit, parameters, Recognitions.link(moved.id()));
        });
        if (move.event().isPresent()) {
            events.publish(moved.product(), move.requireEvent(payload(moved, product, unit)));
        }
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

    private void show(UUID product) {
        var shown = recognitions
                .shown(product)
                .map(found -> new PublicRecognition(
                        found.state() == RecognitionState.RECOGNISED,
                        found.requirePublicityStart(),
                        found.recognisedOn(),
                        found.validUntil(),
                        found.certificateNumber()));
        publishProduct.show(product, shown.orElse(null));
    }
}
