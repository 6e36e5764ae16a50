package org.tongban.filing.recognition;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.tongban.core.review.ReviewHandler;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.product.FiledProducts;

/** Takes back that a product was not met, once that fell in its re-examination (CO-46d, PF-82). */
@Singleton
class ReexamineRefusal implements ReviewHandler {
    private final RecognitionRepository recognitions;
    private final StoreRecognition storeRecognition;
    private final FiledProducts products;
    private final BusinessClock clock;

    ReexamineRefusal(
            RecognitionRepository recognitions,
            StoreRecognition storeRecognition,
            FiledProducts products,
            BusinessClock clock) {
        this.recognitions = recognitions;
        this.storeRecognition = storeRecognition;
        this.products = products;
        this.clock = clock;
    }

    @Override
    public String type() {
        return ProductFilingModule.RECOGNITION_REVIEW;
    }

    @Override
    public void decided(Outcome outcome) {
        throw new IllegalStateException("candidates are decided on by staff of the round, not in the queue");
    }

    @Override
    public void overturned(Outcome fallen) {
        restore(fallen.subject());
    }

    private void restore(UUID id) {
        products.lock(recognitions.ofId(id).orElseThrow().product());
        var restored = recognitions.lock(id).orElseThrow().restored(clock.now());
        storeRecognition.store(restored, RecognitionMove.restoring(restored.state()));
    }
}
