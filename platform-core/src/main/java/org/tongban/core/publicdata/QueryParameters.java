package org.tongban.core.publicdata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.form.Pointers;
import org.tongban.core.module.Title;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;

/** Reads a {@link PublicQuery} from query parameters and reports everything wrong with them at once (CO-10, CO-11). */
final class QueryParameters {
    private static final String UNKNOWN = "unknown-parameter";
    private static final int LONGEST_TEXT = 100;
    private static final int LONGEST_CURSOR = 1000;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 20;

    private final PublicCollection collection;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<String, String> facets = new LinkedHashMap<>();
    private String text = "";
    private @Nullable String cursor;
    private int limit = USUAL_PAGE;
    private boolean count;

    private QueryParameters(PublicCollection collection) {
        this.collection = collection;
    }

    static PublicQuery read(PublicCollection collection, Map<String, List<String>> parameters) {
        var reader = new QueryParameters(collection);
        parameters.forEach(reader::take);
        if (!reader.violations.isEmpty()) {
            var unknown =
                    reader.violations.stream().allMatch(found -> found.code().equals(UNKNOWN));
            throw DomainException.of(
                    unknown ? CoreError.UNKNOWN_PARAMETER : CoreError.INVALID_INPUT, reader.violations);
        }
        return new PublicQuery(reader.text, reader.facets, reader.cursor, reader.limit, reader.count);
    }

    private void take(String name, List<String> values) {
        if (values.size() > 1) {
            refuse(name, "repeated", "参数只能出现一次", "The parameter may occur once only");
            return;
        }
        var value = values.isEmpty() ? "" : values.getFirst().strip();
        if (value.chars().anyMatch(Character::isISOControl)) {
            refuse(name, "control-character", "不能含有控制字符", "Control characters are not allowed");
            return;
        }
        switch (name) {
            case "q" -> text = atMost(name, value, LONGEST_TEXT);
            case "cursor" -> cursor = value.isEmpty() ? null : atMost(name, value, LONGEST_CURSOR);
            case "limit" -> limit(value);
            case "count" -> count(value);
            default -> facet(name, value);
        }
    }

    private void limit(String value) {
        if (value.matches("[1-9][0-9]{0,2}") && Integer.parseInt(value) <= LARGEST_PAGE) {
            limit = Integer.parseInt(value);
        } else {
            refuse("limit", "range", "应为 1 至 100 的整数", "Must be a whole number from 1 to 100");
        }
    }

    private void count(String value) {
        switch (value) {
            case "true" -> count = true;
            case "false" -> count = false;
            default -> refuse("count", "boolean", "应为 true 或 false", "Must be true or false");
        }
    }

    private void facet(String name, String value) {
        var facet = collection.facet(name);
        if (facet.isEmpty()) {
            refuse(name, UNKNOWN, "没有这个查询条件", "There is no such parameter");
        } else if (!value.isEmpty()) {
            var choices = facet.get().choices();
            if (!choices.isEmpty()
                    && choices.stream().noneMatch(choice -> choice.value().equals(value))) {
                refuse(name, "unknown-value", "没有这个选项", "There is no such choice");
            }
            var pattern = facet.get().pattern();
            if (pattern != null && !pattern.matcher(value).matches()) {
                refuse(name, "pattern", "格式不对", "Not of the form wanted");
            }
            facets.put(name, atMost(name, value, LONGEST_TEXT));
        }
    }

    private String atMost(String name, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            refuse(name, "too-long", "最多 " + longest + " 个字", "At most " + longest + " characters");
        }
        return value;
    }

    private void refuse(String name, String code, String zh, String en) {
        violations.add(new Violation(Pointers.below("", name), code, new Title(zh, en)));
    }
}
