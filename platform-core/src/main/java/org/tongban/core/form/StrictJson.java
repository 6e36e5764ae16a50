package org.tongban.core.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
            return new JsonReading(parser).whole();
        } catch (StreamConstraintsException e) {
            return refused("json-limit", limitTitle());
        } catch (JsonProcessingException e) {
            return malformed(e.getLocation());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    static Parsed malformed(JsonLocation place) {
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

    static Title limitTitle() {
        return new Title("嵌套过深，或数字、名称过长", "Nested too deeply, or a number or a name is too long.");
    }
}
