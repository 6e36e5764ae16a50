package org.tongban.core.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** The published vocabulary: the keywords that forms may use beyond JSON Schema (CO-31). */
final class Vocabulary {
    static final String RESOURCE = "/forms/vocabulary.json";

    private Vocabulary() {}

    static Set<String> keywords() {
        try (var stream = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            var keywords = new LinkedHashSet<String>();
            if (StrictJson.parse(stream.readAllBytes()) instanceof StrictJson.Parsed.Tree(var document)) {
                document.path("keywords")
                        .forEach(keyword -> keywords.add(keyword.path("name").asText()));
            }
            return keywords;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
