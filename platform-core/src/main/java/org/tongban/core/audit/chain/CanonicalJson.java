package org.tongban.core.audit.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;

/** JSON in the one spelling of RFC 8785, so that whoever has a document has the characters that were hashed. */
public final class CanonicalJson {
    /** Up to here a number is written without an exponent. */
    private static final int LONGEST_WHOLE = 21;

    private static final int LONGEST_FRACTION = -6;
    private static final char FIRST_PRINTABLE = ' ';

    private CanonicalJson() {}

    /** The document's canonical text; numbers are those of IEEE 754 in double precision. */
    public static String of(JsonNode node) {
        var text = new StringBuilder();
        write(text, node);
        return text.toString();
    }

    private static void write(StringBuilder text, JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(text, node);
            case ARRAY -> array(text, node);
            case STRING -> string(text, node.textValue());
            case NUMBER -> text.append(number(node.doubleValue()));
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException(node.getNodeType() + " is not of JSON");
        }
    }

    /** Members by the UTF-16 units of their names, which is how Java compares texts. */
    private static void object(StringBuilder text, JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        text.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            string(text, names.get(i));
            text.append(':');
            write(text, node.get(names.get(i)));
        }
        text.append('}');
    }

    private static void array(StringBuilder text, JsonNode node) {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(text, node.get(i));
        }
        text.append(']');
    }

    private static void string(StringBuilder text, String value) {
        text.append('"')
                .append(value.chars().mapToObj(CanonicalJson::escaped).collect(Collectors.joining()))
                .append('"');
    }

    private static String escaped(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default ->
                unit < FIRST_PRINTABLE ? String.format(Locale.ROOT, "\\u%04x", unit) : String.valueOf((char) unit);
        };
    }

    /** As ECMAScript writes it: the fewest digits that name this number and no other. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is not a number of JSON");
        }
        if (value == 0) {
            return "0";
        }
        var size = Math.abs(value);
        var java = new BigDecimal(Double.toString(size)).stripTrailingZeros();
        // Java writes two digits where one would do.
        var single = java.round(new MathContext(1));
        var shortest = single.doubleValue() == size ? single.stripTrailingZeros() : java;
        var digits = shortest.unscaledValue().toString();
        return (value < 0 ? "-" : "") + written(digits, digits.length() - shortest.scale());
    }

    /** @param point how many digits stand before the decimal point; negative where zeros stand behind it */
    private static String written(String digits, int point) {
        if (point > LONGEST_WHOLE || point <= LONGEST_FRACTION) {
            var exponent = point - 1;
            var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + (exponent < 0 ? "e" : "e+") + exponent;
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? digits + "0".repeat(point - digits.length())
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
