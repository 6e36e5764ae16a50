package org.example.suggestions;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.review.NewCase;
import org.tongban.core.review.Reviews;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Write;

/** Suggestions over HTTP. */
@Controller(SuggestionController.PATH)
class SuggestionController {
    static final String PATH = "/api/suggestions/v1/suggestions";

    private final SuggestionRepository suggestions;
    private final Reviews reviews;

    SuggestionController(SuggestionRepository suggestions, Reviews reviews) {
        this.suggestions = suggestions;
        this.reviews = reviews;
    }

    /** A suggestion. */
    @Serdeable
    record SuggestionView(UUID id, String text, String state) implements Audited {
        static SuggestionView of(Suggestion suggestion) {
            return new SuggestionView(suggestion.id(), suggestion.text(), suggestion.state());
        }

        @Override
        public String auditSubject() {
            return "suggestions/suggestion";
        }

        @Override
        public UUID auditId() {
            return id;
        }
    }

    /** Makes a suggestion and hands it in for review. */
    @Post
    @Write(action = "suggestions.suggestion.create")
    @Permitted(SuggestionsModule.OWN)
    HttpResponse<SuggestionView> createSuggestion(
            Caller caller, @Body @Checked(form = SuggestionsModule.FORM) JsonNode body) {
        var id = Ids.next();
        var text = body.path("text").asText();
        suggestions.add(id, caller.account(), text);
        reviews.open(caller, new NewCase("suggestions.suggestion", id, text, null, null, Map.of("text", text)));
        return HttpResponse.created(SuggestionView.of(suggestions.find(id).orElseThrow()), URI.create(PATH + "/" + id));
    }

    /** The caller's suggestions, newest first. */
    @Get
    @Read
    @Permitted(SuggestionsModule.OWN)
    PageOf<SuggestionView> listSuggestions(
            Caller caller,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit) {
        var rows = suggestions.list(caller.account(), Keyset.before(cursor), limit + 1);
        return Keyset.page(rows, limit, Suggestion::id, SuggestionView::of);
    }
}
