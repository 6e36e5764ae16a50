package org.tongban.core.message.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.module.StartRefused;

/** Sends one request to a provider and takes its answer, both bounded in time and size. Thread-safe. */
final class ProviderExchange {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LARGEST = 64 * 1024;
    private static final int TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /**
     * The answer as JSON; missing where it is none.
     *
     * @throws MessageRefused where its status says that the same request would be refused each time
     * @throws IllegalStateException where it did not come, or says that another time may do
     */
    JsonNode send(HttpRequest request) {
        var answer = answer(request);
        int status = answer.statusCode();
        var said = json(answer.body());
        if (status / 100 == 2) {
            return said;
        }
        if (status / 100 == 4 && isForGood(status)) {
            throw new MessageRefused("status " + status);
        }
        throw new IllegalStateException("status " + status);
    }

    /** Who is not let in may be once the settings are right. */
    private static boolean isForGood(int status) {
        return switch (status) {
            case 401, 403, 404, 407, TIMEOUT, TOO_EARLY, TOO_MANY -> false;
            default -> true;
        };
    }

    /** The answer of any status. */
    HttpResponse<String> answer(HttpRequest request) {
        var answer = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("no answer within " + PATIENCE, slow);
        } catch (ExecutionException failed) {
            // Messages of exceptions name addresses.
            var cause = Objects.requireNonNullElse(failed.getCause(), failed);
            throw new IllegalStateException(cause.getClass().getSimpleName(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        } finally {
            answer.cancel(true);
        }
    }

    static JsonNode json(String body) {
        try {
            return Objects.requireNonNullElse(MAPPER.readTree(body), MissingNode.getInstance());
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }

    static byte[] bytes(JsonNode document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A setting that the provider cannot do without. */
    static String required(@Nullable String value, String property) {
        if (value == null || value.isBlank()) {
            throw new StartRefused("The provider of messages needs the property %s.".formatted(property));
        }
        return value;
    }

    /** The address that requests go to. */
    static URI address(String value, String property) {
        try {
            var address = URI.create(value);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new StartRefused("%s is no address.".formatted(property));
    }
}
