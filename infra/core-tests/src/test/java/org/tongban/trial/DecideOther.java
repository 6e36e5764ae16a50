package org.tongban.trial;

import jakarta.inject.Singleton;
import org.tongban.core.review.ReviewHandler;

/** Takes note of decisions that change nothing. */
@Singleton
class DecideOther implements ReviewHandler {
    @Override
    public String type() {
        return "trial.other";
    }

    @Override
    public void decided(Outcome outcome) {}
}
