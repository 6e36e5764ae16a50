package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tongban.core.web.Violation;

/**
 * A draft taken to a newer version of its form, and what does not fit there (CO-32). Nothing is stored: it serves to ask
 * first, and to move then.
 *
 * @param from the version that the draft was begun with
 * @param to the version that it is taken to
 * @param document the draft in the newer version, which it meets as a draft
 * @param dropped what no draft of the newer version may hold and has therefore been taken out; the pointers are those of
 *     the document as the upgrades made it
 * @param open what a submission must still put right and need not have in the older version
 */
public record FormUpgrade(String from, String to, JsonNode document, List<Violation> dropped, List<Violation> open) {
    /** Places from the end of the document to its beginning, inner ones first, so that taking one out moves no other. */
    private static final Comparator<String> BACKWARDS = FormUpgrade::compareBackwards;

    /** @param versions from the one that the draft was begun with, each but the first with an upgrade */
    static FormUpgrade of(List<RegisteredForm> versions, JsonNode draft) {
        var first = versions.getFirst();
        var last = versions.getLast();
        var document = draft.deepCopy();
        for (var version : versions.subList(1, versions.size())) {
            document = Objects.requireNonNull(version.definition().upgrade()).apply(document);
        }
        document = FormText.normalise(document, last.submit().source());
        var dropped = new ArrayList<Violation>();
        for (var misfits = last.draft().check(document);
                !misfits.isEmpty();
                misfits = last.draft().check(document)) {
            dropped.addAll(misfits);
            var before = document.deepCopy();
            for (var place : misfits.stream()
                    .map(Violation::pointer)
                    .distinct()
                    .sorted(BACKWARDS)
                    .toList()) {
                document = without(document, place);
            }
            if (document.equals(before)) {
                throw new IllegalStateException(
                        "the upgrade to " + last.definition().id() + " makes no draft of it");
            }
        }
        var known = first.submit().check(draft).stream().map(FormUpgrade::key).collect(Collectors.toSet());
        var open = last.submit().check(document).stream()
                .filter(violation -> !known.contains(key(violation)))
                .toList();
        return new FormUpgrade(first.definition().id(), last.definition().id(), document, List.copyOf(dropped), open);
    }

    private static String key(Violation violation) {
        return violation.pointer() + " " + violation.code();
    }

    private static JsonNode without(JsonNode document, String pointer) {
        if (pointer.isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        var end = pointer.lastIndexOf('/');
        var name = pointer.substring(end + 1);
        switch (document.at(pointer.substring(0, end))) {
            case ObjectNode object -> object.remove(name.replace("~1", "/").replace("~0", "~"));
            case ArrayNode array -> array.remove(Integer.parseInt(name));
            case JsonNode gone -> {}
        }
        return document;
    }

    private static int compareBackwards(String one, String other) {
        var left = one.split("/");
        var right = other.split("/");
        for (var i = 1; i < Math.min(left.length, right.length); i++) {
            // Longer indexes are larger; of two names any order does.
            var order = Integer.compare(right[i].length(), left[i].length());
            order = order == 0 ? right[i].compareTo(left[i]) : order;
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(right.length, left.length);
    }
}
