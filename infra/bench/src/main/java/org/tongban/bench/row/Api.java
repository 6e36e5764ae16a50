package org.tongban.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** What a row asks the platform before it measures: sign-ins, single calls, and whether two servers answer alike. */
final class Api {
    static final String PLATFORM = "/api/platform/v1";
    static final String FILING = "/api/product-filing/v1";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final int port;

    Api(int port) {
        this.port = port;
    }

    /** The body of a sign-in. */
    static byte[] credentials(String realm, String login, String password) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm)
                .put("login", login)
                .put("password", password)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Signs a sample account in and answers its access token. */
    static String signIn(Stack stack, String realm, String login) {
        var body = credentials(realm, login, stack.password(login));
        return new Api(stack.platform().port())
                .call("POST", PLATFORM + "/sessions", null, "application/json", body, 201)
                .path("accessToken")
                .asText();
    }

    JsonNode get(String path, @Nullable String token) {
        return json(exchange(Exchange.get(path, token), 200, path));
    }

    JsonNode call(String method, String path, @Nullable String token, String type, byte[] body, int status) {
        return json(exchange(Exchange.request(method, path, token, type, "", body), status, path));
    }

    JsonNode put(String path, String token, byte[] body) {
        return json(
                exchange(Exchange.request("PUT", path, token, "application/json", "If-Match: *\r\n", body), 200, path));
    }

    private String exchange(byte[] request, int status, String path) {
        try (var exchange = new Exchange(port)) {
            int answered = exchange.send(request);
            if (answered != status) {
                throw new BenchFailed(
                        "%s answered %d instead of %d: %s".formatted(path, answered, status, exchange.text()));
            }
            return exchange.text();
        } catch (IOException e) {
            throw new BenchFailed(path + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new BenchFailed("not JSON: " + text, e);
        }
    }

    /** Refuses a reference that does not answer what the platform answers. */
    static void same(JsonNode measured, JsonNode reference, String what) {
        if (!measured.equals(reference)) {
            throw new BenchFailed("%s: the reference answers otherwise than the platform:%n%s%n%s"
                    .formatted(what, measured, reference));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
