import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How the journey of infra/demo speaks to the server, whose answers stop it where they are not as expected. A token is null
 * for what anybody may have, a body where there is none.
 */
final class DemoClient {
    private static final String PLATFORM = "/api/platform/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;
    private final Map<String, String> passwords;

    /** @param accounts the file in which infra/up --demo has left the passwords of the sample accounts */
    DemoClient(URI server, Path accounts) throws IOException {
        this.server = server;
        this.passwords = passwords(accounts);
    }

    private static Map<String, String> passwords(Path accounts) throws IOException {
        var passwords = new HashMap<String, String>();
        for (var line : Files.readAllLines(accounts)) {
            if (line.startsWith("DEMO_") && line.contains("_PASSWORD=")) {
                var name = line.substring("DEMO_".length(), line.indexOf("_PASSWORD="));
                passwords.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), line.substring(line.indexOf('=') + 1));
            }
        }
        return passwords;
    }

    /** The token of a sample account. */
    String signIn(String realm, String login) {
        var password = passwords.get(login);
        if (password == null) {
            throw new Stopped("there is no sample account " + login + ": start with infra/up --demo");
        }
        var body = JsonNodeFactory.instance.objectNode();
        body.put("realm", realm).put("login", login).put("password", password);
        return post(PLATFORM + "/sessions", null, body, 201)
                .json()
                .path("accessToken")
                .asText();
    }

    URI address(String path) {
        return server.resolve(path);
    }

    /** What anybody may have. */
    byte[] bytes(String path) {
        return expected(send(request("GET", path, null, null, null)), 200, "GET " + path)
                .body();
    }

    JsonNode get(String path, String token) {
        return read(path, token).json();
    }

    Answer post(String path, String token, JsonNode body, int status) {
        return expected(post(path, token, body), status, "POST " + path);
    }

    /** Whatever is answered. */
    Answer post(String path, String token, JsonNode body) {
        return send(body == null ? request("POST", path, token, null, null) : json("POST", path, token, body));
    }

    Answer upload(String path, String token, byte[] content, String type, int status) {
        return expected(send(request("POST", path, token, content, type)), status, "POST " + path);
    }

    /** Puts what is made of it in the place of what stands there. */
    void change(String path, String token, UnaryOperator<JsonNode> change) {
        var known = read(path, token);
        var edit = json("PUT", path, token, change.apply(known.json())).header("If-Match", known.etag());
        expected(send(edit), 200, "PUT " + path);
    }

    /** The job of that id when it is done. */
    JsonNode awaitJob(String token, String id) {
        var path = PLATFORM + "/jobs/" + id;
        var job = await(
                "the end of " + path,
                () -> Optional.of(get(path, token))
                        .filter(now -> now.path("state").asText().matches("done|failed")));
        if (job.path("state").asText().equals("failed")) {
            throw new Stopped("the job failed: " + job);
        }
        return job;
    }

    JsonNode await(String what, Supplier<Optional<JsonNode>> question) {
        var end = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (Instant.now().isAfter(end)) {
                throw new Stopped(what + " did not come within " + PATIENCE.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Answer read(String path, String token) {
        return expected(send(request("GET", path, token, null, null)), 200, "GET " + path);
    }

    private HttpRequest.Builder json(String method, String path, String token, JsonNode body) {
        return request(method, path, token, body.toString().getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private HttpRequest.Builder request(String method, String path, String token, byte[] body, String type) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = HttpRequest.newBuilder(address(path)).timeout(PATIENCE).method(method, publisher);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (ConnectException e) {
            throw new Stopped("nothing answers at " + server + ": start with infra/up --demo");
        } catch (IOException e) {
            throw new Stopped("the connection broke: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new Stopped("interrupted");
        }
    }

    static Answer expected(Answer answer, int status, String what) {
        if (answer.status() != status) {
            throw new Stopped("%s answered %d instead of %d:%n%s"
                    .formatted(what, answer.status(), status, new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer;
    }

    record Answer(int status, byte[] body, String etag) {
        private static Answer of(HttpResponse<byte[]> response) {
            var etag = response.headers().firstValue("ETag").orElse("*");
            return new Answer(response.statusCode(), response.body(), etag);
        }

        /** The id of what was made. */
        String id() {
            return json().path("id").asText();
        }

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new Stopped("not JSON: " + new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    /** The journey cannot go on; the message says why. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }
}
