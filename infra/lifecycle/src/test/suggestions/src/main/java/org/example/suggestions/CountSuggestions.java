package org.example.suggestions;

import jakarta.inject.Singleton;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;

/** Writes down again and again how many suggestions there are. */
@Singleton
class CountSuggestions implements TaskBody {
    private final SuggestionRepository suggestions;
    private final Transactions transactions;

    CountSuggestions(SuggestionRepository suggestions, Transactions transactions) {
        this.suggestions = suggestions;
        this.transactions = transactions;
    }

    @Override
    public String task() {
        return "suggestions.count";
    }

    @Override
    public void run() {
        transactions.write(() -> {
            suggestions.count();
            return true;
        });
    }
}
