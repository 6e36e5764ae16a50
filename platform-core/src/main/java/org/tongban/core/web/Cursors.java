package org.tongban.core.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Cursors of lists (CO-11): opaque outside; inside a place and a check sum of it and of the question that the list answers.
 * One of another list, of other filters, or changed by hand is refused: it would show a part of what was asked for as if it
 * were all. The sum keeps nobody out, and need not: what a cursor leads to, its reader may see.
 */
public final class Cursors {
    private static final String API = "/api/";
    private static final ScopedValue<String> ASKED = ScopedValue.newInstance();

    private Cursors() {}

    /**
     * Answers a question whose list is read inside of it, by a page say: the cursors in the answer are places of that
     * question, wherever it is asked, and none of another is taken.
     *
     * @param question the list with its filters
     */
    public static <T> T asking(String question, Supplier<T> answer) {
        return ScopedValue.where(ASKED, question).call(answer::get);
    }

    /**
     * Writes one.
     *
     * @param question the list with its filters, as {@link #ofRequest} has it or as the list says itself
     */
    public static String written(String question, byte[] place) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + place.length)
                .putInt(check(question, place))
                .put(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The place that one holds.
     *
     * @throws DomainException {@code bad-cursor} where it is none, or that of another question
     */
    public static byte[] read(String cursor, String question) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() > Integer.BYTES) {
                int check = bytes.getInt();
                var place = new byte[bytes.remaining()];
                bytes.get(place);
                if (check == check(question, place)) {
                    return place;
                }
            }
        } catch (IllegalArgumentException ignored) {
            // Not base64: the same refusal as for any other text that is no cursor.
        }
        throw DomainException.of(CoreError.BAD_CURSOR);
    }

    /** What is asked: {@link #asking}, else what the request under way asks of the API, which is its path and filters. */
    public static String ofRequest() {
        if (ASKED.isBound()) {
            return ASKED.get();
        }
        return ServerRequestContext.currentRequest()
                .filter(request -> request.getPath().startsWith(API))
                .map(Cursors::question)
                .orElse("");
    }

    private static String question(HttpRequest<?> request) {
        var filters = new TreeMap<String, Object>();
        request.getParameters().forEach(entry -> {
            if (!isPlace(entry.getKey())) {
                filters.put(entry.getKey(), entry.getValue());
            }
        });
        return request.getPath() + filters;
    }

    /** Where a list goes on and how much of it is asked for may change from page to page, and the language. */
    public static boolean isPlace(String parameter) {
        return switch (parameter) {
            case "cursor", "limit", "count", "version", "lang" -> true;
            default -> false;
        };
    }

    private static int check(String question, byte[] place) {
        var sum = new CRC32C();
        sum.update(question.getBytes(StandardCharsets.UTF_8));
        sum.update(0);
        sum.update(place);
        return (int) sum.getValue();
    }
}
