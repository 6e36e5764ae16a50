package org.example.suggestions;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicCollectionSource;
import org.tongban.core.publicdata.PublicPage;
import org.tongban.core.publicdata.PublicQuery;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.web.Keyset;

/** The suggestions that anyone may search. */
@Singleton
class PublishedSuggestions implements PublicCollectionSource {
    private final SuggestionRepository suggestions;

    PublishedSuggestions(SuggestionRepository suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public String collection() {
        return "suggestions";
    }

    @Override
    public PublicPage search(PublicQuery query) {
        var found = suggestions.published("%" + query.text() + "%", Keyset.before(query.cursor()), query.limit() + 1);
        var page = Keyset.page(found, query.limit(), Suggestion::id, PublishedSuggestions::record);
        var total = query.count() ? (Long) suggestions.countPublished() : null;
        return new PublicPage(page.items(), page.nextCursor(), null, total, false);
    }

    @Override
    public Optional<PublicRecord> find(UUID id) {
        return suggestions
                .find(id)
                .filter(suggestion -> suggestion.state().equals(SuggestionsModule.PUBLISHED))
                .map(PublishedSuggestions::record);
    }

    @Override
    public Map<String, Long> counts() {
        return Map.of(SuggestionsModule.PUBLISHED, suggestions.countPublished());
    }

    private static PublicRecord record(Suggestion suggestion) {
        return new PublicRecord(
                suggestion.id(),
                suggestion.text(),
                suggestion.state(),
                new Title("已公布", "Published"),
                new Title("审核通过并已公布。", "Approved and published."),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH);
    }
}
