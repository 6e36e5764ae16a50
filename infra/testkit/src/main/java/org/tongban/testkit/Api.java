package org.tongban.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the API as a portal would write it, whose answers are all held against OpenAPI (RL-5); immutable. */
public final class Api {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI address;
    private final @Nullable String token;
    private final Map<String, String> headers;
    private final @Nullable Contract contract;

    Api(URI address, @Nullable String token, @Nullable Contract contract) {
        this(address, token, Map.of(), contract);
    }

    private Api(URI address, @Nullable String token, Map<String, String> headers, @Nullable Contract contract) {
        this.address = address;
        this.token = token;
        this.headers = headers;
        this.contract = contract;
    }

    /** The same client without the check that every answer is as OpenAPI describes it, for what is not of HTTP's kind. */
    public Api unchecked() {
        return new Api(address, token, headers, null);
    }

    /** A client of a server, without a token. */
    public static Api at(URI address) {
        return new Api(address, null, null);
    }

    URI address() {
        return address;
    }

    /** The same client with this access token. */
    public Api withToken(String accessToken) {
        return new Api(address, accessToken, headers, contract);
    }

    /** The same client, sending one header more. */
    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(address, token, more, contract);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody(), null);
    }

    /** Sends a request of any method without a body. */
    public Answer empty(String method, String path) {
        return send(method, path, BodyPublishers.noBody(), null);
    }

    public Answer post(String path, JsonNode body) {
        return json("POST", path, body.toString());
    }

    public Answer put(String path, JsonNode body) {
        return json("PUT", path, body.toString());
    }

    /** Sends a text as JSON, well-formed or not. */
    public Answer json(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body, StandardCharsets.UTF_8), "application/json");
    }

    /** Sends bytes of a type, say a file. */
    public Answer bytes(String method, String path, byte[] body, String type) {
        return send(method, path, BodyPublishers.ofByteArray(body), type);
    }

    /** Sends bytes of a type in pieces, without saying how many there will be. */
    public Answer pieces(String method, String path, byte[] body, String type) {
        return send(method, path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)), type);
    }

    private Answer send(String method, String path, BodyPublisher body, @Nullable String type) {
        var request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).method(method, body);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        headers.forEach(request::setHeader);
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            if (contract != null) {
                contract.check(method, path, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads a text written with single quotes for brevity as JSON. */
    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
