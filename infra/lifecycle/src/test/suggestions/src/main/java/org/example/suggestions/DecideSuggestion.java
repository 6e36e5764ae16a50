package org.example.suggestions;

import jakarta.inject.Singleton;
import org.tongban.core.review.ReviewHandler;

/** Carries the decision on a suggestion out. */
@Singleton
class DecideSuggestion implements ReviewHandler {
    private final SuggestionRepository suggestions;

    DecideSuggestion(SuggestionRepository suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public String type() {
        return "suggestions.suggestion";
    }

    @Override
    public void decided(Outcome outcome) {
        suggestions.move(
                outcome.subject(),
                switch (outcome.decision()) {
                    case APPROVE -> SuggestionsModule.PUBLISHED;
                    case RETURN, REJECT -> "rejected";
                });
    }
}
