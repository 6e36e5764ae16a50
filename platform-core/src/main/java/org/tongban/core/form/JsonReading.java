package org.tongban.core.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** One pass over one body: what the reader gives becomes a tree, and what {@link StrictJson} refuses a violation. */
final class JsonReading {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Deque<Object> path = new ArrayDeque<>();
    private final List<Violation> violations = new ArrayList<>();

    JsonReading(JsonParser parser) {
        this.parser = parser;
    }

    StrictJson.Parsed whole() throws IOException {
        var first = parser.nextToken();
        if (first == null) {
            return StrictJson.malformed(parser.currentTokenLocation());
        }
        var tree = value(first);
        if (parser.nextToken() != null) {
            return StrictJson.malformed(parser.currentTokenLocation());
        }
        return violations.isEmpty()
                ? new StrictJson.Parsed.Tree(tree)
                : new StrictJson.Parsed.Refused(List.copyOf(violations));
    }

    private JsonNode value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> path.size() < StrictJson.MAX_DEPTH ? object() : tooDeep();
            case START_ARRAY -> path.size() < StrictJson.MAX_DEPTH ? array() : tooDeep();
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_NUMBER_INT -> integer(parser.getText());
            case VALUE_NUMBER_FLOAT -> decimal(parser.getText());
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL -> NullNode.instance;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("a reader of text gave " + token);
        };
    }

    private ObjectNode object() throws IOException {
        var object = NODES.objectNode();
        for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            path.addLast(name);
            var value = value(parser.nextToken());
            if (object.has(name)) {
                report("duplicate-property", new Title("此属性出现了不止一次", "This property appears more than once."));
            } else {
                object.set(name, value);
            }
            path.removeLast();
        }
        return object;
    }

    private ArrayNode array() throws IOException {
        var array = NODES.arrayNode();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            path.addLast(array.size());
            array.add(value(token));
            path.removeLast();
        }
        return array;
    }

    private JsonNode tooDeep() throws IOException {
        report("json-limit", StrictJson.limitTitle());
        parser.skipChildren();
        return NullNode.instance;
    }

    private JsonNode integer(String text) {
        if (text.length() > StrictJson.MAX_NUMBER) {
            report("json-limit", StrictJson.limitTitle());
            return IntNode.valueOf(0);
        }
        if (text.length() <= 18) {
            var value = Long.parseLong(text);
            return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
        }
        return BigIntegerNode.valueOf(new BigInteger(text));
    }

    private JsonNode decimal(String text) {
        // An exponent of millions is a short text and a number that takes minutes to compare: bounded before it is
        // made.
        if (text.length() > StrictJson.MAX_NUMBER || exponentTooFar(text)) {
            report("json-limit", StrictJson.limitTitle());
            return IntNode.valueOf(0);
        }
        return DecimalNode.valueOf(new BigDecimal(text));
    }

    private static boolean exponentTooFar(String text) {
        var mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (mark < 0) {
            return false;
        }
        var digits = text.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > 3 || (!digits.isEmpty() && Integer.parseInt(digits) > StrictJson.MAX_NUMBER);
    }

    private void report(String code, Title message) {
        if (violations.size() < Findings.MOST) {
            violations.add(new Violation(Pointers.of(path), code, message));
        }
    }
}
