package org.example.suggestions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicForm;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Ids;

/** A word of anybody's on the pages of a portal, with no account and no phone: it is noted in the trail and no more. */
@Singleton
class SuggestOpenly implements PublicForm.Handler {
    private static final String CODE = "OPEN";

    private final Numbers numbers;
    private final AuditTrail audit;

    SuggestOpenly(Numbers numbers, AuditTrail audit) {
        this.numbers = numbers;
        this.audit = audit;
    }

    @Override
    public String form() {
        return SuggestionsModule.FORM;
    }

    @Override
    public Optional<Title> open(UUID record) {
        return Optional.empty();
    }

    @Override
    public PublicForm.Receipt submit(JsonNode document) {
        audit.record("suggestions/word", Ids.next(), Map.of());
        return new PublicForm.Receipt(numbers.next("SG"), CODE);
    }

    @Override
    public Optional<PublicForm.Progress> follow(String receiptNumber, String code, Language language) {
        return Optional.empty();
    }
}
