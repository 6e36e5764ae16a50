package org.tongban.core.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * Reads a request body as JSON of the strictest kind (CO-10b): UTF-8, exact decimals, no property twice, nothing behind
 * the value, bounded depth and numbers. Thread-safe.
 */
public final class StrictJson {
    /** How many arrays and objects may lie in one another. */
    public static final int MAX_DEPTH = 64;

    /** How many characters a number may have, and how far its exponent may reach either way. */
    public static final int MAX_NUMBER = 100;

    // The reader's own bounds are wider: they only stop what would cost time before ours are reached.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(10_000)
                    .maxNumberLength(10_000)
                    .maxNameLength(1_000)
                    .build())
            .build();

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StrictJson() {}

    /** What reading a body comes to. */
    public sealed interface Parsed {
        /** A body that is JSON. */
        record Tree(JsonNode document) implements Parsed {}

        /** A body that is not, with {@code malformed-json}, {@code duplicate-property} or {@code json-limit}. */
        record Refused(List<Violation> violations) implements Parsed {}
    }

    /** Reads the whole of {@code body}. */
    public static Parsed parse(byte[] body) {
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            return refused("malformed-json", new Title("请求内容不是有效的 UTF-8 文本", "The body is not valid UTF-8."));
        }
        try (var parser = FACTORY.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            return new Reading(parser).whole();
        } catch (StreamConstraintsException e) {
            return refused("json-limit", limitTitle());
        } catch (JsonProcessingException e) {
            return malformed(e.getLocation());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static Parsed malformed(JsonLocation place) {
        var line = place.getLineNr();
        var column = Math.max(1, place.getColumnNr());
        return refused(
                "malformed-json",
                new Title(
                        "第 %d 行第 %d 列附近不是有效的 JSON".formatted(line, column),
                        "Not valid JSON near line %d, column %d.".formatted(line, column)));
    }

    private static Parsed refused(String code, Title message) {
        return new Parsed.Refused(List.of(new Violation("", code, message)));
    }

    private static Title limitTitle() {
        return new Title("嵌套过深，或数字、名称过长", "Nested too deeply, or a number or a name is too long.");
    }

    /** One pass over one body. */
    private static final class Reading {
        private final JsonParser parser;
        private final Deque<Object> path = new ArrayDeque<>();
        private final List<Violation> violations = new ArrayList<>();

        Reading(JsonParser parser) {
            this.parser = parser;
        }

        Parsed whole() throws IOException {
            var first = parser.nextToken();
            if (first == null) {
                return malformed(parser.currentTokenLocation());
            }
            var tree = value(first);
            if (parser.nextToken() != null) {
                return malformed(parser.currentTokenLocation());
            }
            return violations.isEmpty() ? new Parsed.Tree(tree) : new Parsed.Refused(List.copyOf(violations));
        }

        private JsonNode value(JsonToken token) throws IOException {
            return switch (token) {
                case START_OBJECT -> path.size() < MAX_DEPTH ? object() : tooDeep();
                case START_ARRAY -> path.size() < MAX_DEPTH ? array() : tooDeep();
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
            report("json-limit", limitTitle());
            parser.skipChildren();
            return NullNode.instance;
        }

        private JsonNode integer(String text) {
            if (text.length() > MAX_NUMBER) {
                report("json-limit", limitTitle());
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
            if (text.length() > MAX_NUMBER || exponentTooFar(text)) {
                report("json-limit", limitTitle());
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
            return digits.length() > 3 || (!digits.isEmpty() && Integer.parseInt(digits) > MAX_NUMBER);
        }

        private void report(String code, Title message) {
            if (violations.size() < Findings.MOST) {
                violations.add(new Violation(Pointers.of(path), code, message));
            }
        }
    }
}
