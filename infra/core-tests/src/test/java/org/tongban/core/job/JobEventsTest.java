package org.tongban.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Platform;
import org.tongban.core.task.TestJobs;
import org.tongban.core.token.Revocations;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.People.Person;

/** The progress of a job is told by server-sent events, on whatever node is asked (CO-75). */
@TongbanTest
@Tag("CO-75")
class JobEventsTest {
    private final Tongban tongban;
    private final TestJobs jobs;

    JobEventsTest(Tongban tongban) {
        this.tongban = tongban;
        this.jobs = new TestJobs(tongban);
    }

    /** A stream as a portal reads it. */
    private static final class Listener implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Integer> status = new CompletableFuture<>();
        private final CompletableFuture<Void> ended;

        Listener(URI node, UUID job, String token, String... headers) {
            var request = HttpRequest.newBuilder(node.resolve(path(job))).header("Authorization", "Bearer " + token);
            if (headers.length > 0) {
                request.headers(headers);
            }
            ended = client.sendAsync(request.build(), BodyHandlers.ofLines()).thenAccept(this::read);
        }

        private void read(HttpResponse<Stream<String>> answer) {
            status.complete(answer.statusCode());
            answer.body().forEach(lines::add);
        }

        List<String> events() {
            return lines.stream()
                    .filter(line -> line.startsWith("event: "))
                    .map(line -> line.substring(7))
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private static String path(UUID job) {
        return "/api/platform/v1/jobs/" + job + "/events";
    }

    private Listener listen(Person who, UUID job, String... headers) {
        return new Listener(tongban.address(), job, who.token(), headers);
    }

    @Test
    void tells_each_step_and_the_end_and_closes() throws Exception {
        var writer = People.writer(tongban);
        var job = jobs.queued(writer.account(), null);
        try (var listener = listen(writer, job)) {
            await().until(() -> listener.events().equals(List.of("progress")));
            assertThat(listener.status.get()).isEqualTo(200);
            jobs.advance(job);
            await().until(() -> listener.events().equals(List.of("progress", "progress")));
            jobs.finish(job);
            listener.ended.get();
            assertThat(listener.events()).containsExactly("progress", "progress", "end");
            assertThat(listener.lines).contains("id: 0", "id: 1", "id: 2");
            var last = listener.lines.stream()
                    .filter(line -> line.startsWith("data: "))
                    .toList()
                    .getLast();
            assertThat(last).contains("\"state\":\"done\"", "\"done\":2");
        }
    }

    @Test
    void tells_a_job_that_is_over_at_once() {
        var writer = People.writer(tongban);
        var job = jobs.queued(writer.account(), null);
        jobs.finish(job);
        var answer = writer.api().get(path(job));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(answer.text()).startsWith("id: 1\nevent: end\ndata: {").endsWith("}\n\n");
    }

    @Test
    void goes_on_behind_the_event_that_was_seen_last() throws Exception {
        var writer = People.writer(tongban);
        var job = jobs.queued(writer.account(), null);
        try (var listener = listen(writer, job, "Last-Event-ID", "0")) {
            listener.status.get();
            jobs.finish(job);
            listener.ended.get();
            assertThat(listener.events()).containsExactly("end");
        }
    }

    @Test
    @Tag("CO-28")
    void is_for_those_alone_for_whom_the_job_is() {
        var job = jobs.queued(People.writer(tongban).account(), null);
        assertThat(People.writer(tongban).api().get(path(job)).status()).isEqualTo(404);
        assertThat(tongban.anonymous().get(path(job)).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-26")
    void ends_without_an_end_when_the_token_is_revoked() throws Exception {
        var writer = People.writer(tongban);
        var job = jobs.queued(writer.account(), null);
        try (var listener = listen(writer, job)) {
            await().until(() -> listener.events().equals(List.of("progress")));
            tongban.context().getBean(Transactions.class).write(() -> {
                tongban.context().getBean(Revocations.class).endSessions(writer.account());
                return job;
            });
            listener.ended.get();
            assertThat(listener.events()).containsExactly("progress");
        }
    }

    @Test
    @Tag("CO-82")
    @Tag("CO-84")
    @Tag("CO-81")
    void shows_on_any_node_that_it_is_alive_has_a_limit_and_ends_with_the_node() throws Exception {
        var writer = People.writer(tongban);
        var job = jobs.queued(writer.account(), null);
        try (var node = node();
                var listener = new Listener(node.getBean(EmbeddedServer.class).getURI(), job, writer.token())) {
            await().until(() -> listener.lines.contains(": alive"));
            assertThat(listener.events()).containsExactly("progress");
            var other = Api.at(node.getBean(EmbeddedServer.class).getURI()).withToken(writer.token());
            var refused = other.get(path(job));
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("10");
            node.close();
            listener.ended.get();
            assertThat(listener.events()).containsExactly("progress");
        }
    }

    private ApplicationContext node() {
        var environment = new HashMap<>(tongban.servers().environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        return Platform.start(
                environment,
                Map.of(
                        "micronaut.server.port", -1,
                        "datasources.default.maximum-pool-size", 2,
                        "datasources.default.minimum-idle", 1,
                        "platform.job-streams.most", 1,
                        "platform.job-streams.heartbeat", "100ms",
                        "platform.tasks.enabled", false));
    }
}
