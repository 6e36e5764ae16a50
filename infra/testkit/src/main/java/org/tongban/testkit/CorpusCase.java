package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A document of a form's corpus and what the server must say of it (CO-31). The file {@code <form>.corpus.json} has a
 * {@code base} document and {@code cases}, each with a {@code title}, a {@code patch}, and the violations as
 * {@code pointer code} that a submission ({@code expected}) and a draft ({@code draft}) of the patched document must have;
 * without them it has none.
 *
 * <p>A patch names properties of the base, or places in it by JSON pointer, with their new value, {@code null} to take
 * them out.
 */
public record CorpusCase(String title, JsonNode document, List<String> expected, List<String> draft) {
    /**
     * The cases of a corpus.
     *
     * @throws IllegalArgumentException if it has none, or two of one title, or a patch that leads nowhere
     */
    public static List<CorpusCase> read(byte[] corpus) {
        JsonNode whole;
        try {
            whole = Api.MAPPER.readTree(new String(corpus, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException("a corpus that is no JSON", e);
        }
        var cases = new ArrayList<CorpusCase>();
        var titles = new HashSet<String>();
        for (var one : whole.path("cases")) {
            var title = one.path("title").asText();
            if (!titles.add(title)) {
                throw new IllegalArgumentException("two cases are called " + title);
            }
            cases.add(new CorpusCase(
                    title,
                    patched(whole.path("base"), one.path("patch")),
                    texts(one.path("expected")),
                    texts(one.path("draft"))));
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("a corpus without cases");
        }
        return List.copyOf(cases);
    }

    private static JsonNode patched(JsonNode base, JsonNode patch) {
        var document = base.deepCopy();
        patch.properties().forEach(change -> {
            var place = change.getKey();
            var end = place.startsWith("/") ? place.lastIndexOf('/') : 0;
            var name = place.startsWith("/") ? place.substring(end + 1) : place;
            set(document.at(place.substring(0, end)), name, change.getValue());
        });
        return document;
    }

    private static void set(JsonNode parent, String name, JsonNode value) {
        switch (parent) {
            case ObjectNode object when value.isNull() -> object.remove(name);
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array when value.isNull() -> array.remove(Integer.parseInt(name));
            case ArrayNode array when Integer.parseInt(name) == array.size() -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            case JsonNode other -> throw new IllegalArgumentException("a patch names " + name + " where nothing is");
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
