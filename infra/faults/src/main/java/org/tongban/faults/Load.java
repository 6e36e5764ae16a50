package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.ServerProcess;

/** Writers of several kinds, all at once, each sending good requests until it is stopped. */
final class Load {
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final Duration BETWEEN_IMPORTS = Duration.ofMillis(300);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(90);
    private static final int SAVES = 2;

    private final Api unitA;
    private final Api unitB;
    private final Api reviewer;
    private final Journal journal;
    private final String patent;
    private final byte[] picture;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();

    private Load(ServerProcess server, Journal journal, String patent, byte[] picture) {
        this.unitA = server.as("unit-a");
        this.unitB = server.as(Filings.UNIT);
        this.reviewer = server.as("reviewer");
        this.journal = journal;
        this.patent = patent;
        this.picture = picture;
    }

    /** The answer did not come, or says that the server cannot serve just now. */
    private static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static Load start(ServerProcess server, Journal journal, String patent, byte[] picture) {
        var load = new Load(server, journal, patent, picture);
        for (Runnable writer : List.<Runnable>of(
                load::drafts,
                load::drafts,
                load::filings,
                load::filings,
                load::decisions,
                load::uploads,
                load::imports)) {
            load.running.add(load.writers.submit(() -> load.repeat(writer)));
        }
        return load;
    }

    /** Lets each writer end what it is doing. */
    void stop() {
        stopping.set(true);
        try {
            for (var one : running) {
                one.get(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a writer did not end in order", e);
        } finally {
            writers.shutdownNow();
        }
    }

    private void repeat(Runnable writer) {
        while (!stopping.get()) {
            try {
                writer.run();
            } catch (NotNow e) {
                Await.pause(BREATH);
            }
        }
    }

    private Answer send(int wanted, String what, Supplier<Answer> request) {
        Answer answer;
        try {
            answer = request.get();
        } catch (UncheckedIOException unanswered) {
            journal.unanswered();
            throw new NotNow();
        }
        if (answer.status() == 503 && !answer.header("Retry-After").isEmpty()) {
            journal.unavailable();
            throw new NotNow();
        }
        if (answer.status() != wanted) {
            journal.strange(what + ": " + answer);
            throw new NotNow();
        }
        return answer;
    }

    private void drafts() {
        var product = draft(unitA);
        var path = Filings.PRODUCTS + "/" + product + "/product";
        var etag = send(200, "read", () -> unitA.get(path)).etag();
        for (int i = 0; i < SAVES; i++) {
            var model = UUID.randomUUID().toString();
            JsonNode document = JsonNodeFactory.instance.objectNode().put("model", model);
            var match = etag;
            journal.saving().put(product, model);
            etag = send(200, "save", () -> unitA.with("If-Match", match).put(path, document))
                    .etag();
            journal.saved(product, model);
        }
    }

    private String draft(Api unit) {
        var key = UUID.randomUUID().toString();
        if (unit.equals(unitA)) {
            journal.keys().put(key, "");
        }
        var answer = send(201, "create", () -> unit.with("Idempotency-Key", key).post(Filings.PRODUCTS));
        if (unit.equals(unitA)) {
            journal.draft(key, answer);
        }
        return Filings.id(answer);
    }

    private void filings() {
        var product = draft(unitB);
        var file = Filings.id(send(201, "upload", () -> Filings.upload(unitB, picture)));
        var model = UUID.randomUUID().toString();
        send(200, "save", () -> Filings.save(unitB, product, "product", Filings.product(model, file)));
        send(200, "save", () -> Filings.save(unitB, product, "patents", Filings.links(patent)));
        send(200, "save", () -> Filings.save(unitB, product, "evidence", Filings.evidence(unitB)));
        send(200, "submit", () -> Filings.submit(unitB, product));
        journal.acknowledged(journal.submitted(), product);
        journal.acknowledged(journal.files(), file);
    }

    private void decisions() {
        var open = send(200, "queue", () -> reviewer.get(Filings.PLATFORM + "/reviews?state=open&limit=10"))
                .json()
                .path("items");
        if (open.isEmpty()) {
            Await.pause(BREATH);
        }
        for (var found : open) {
            var path = Filings.PLATFORM + "/reviews/" + found.path("id").asText();
            var approve = found.path("number").asText().hashCode() % 3 != 0;
            var decision = JsonNodeFactory.instance.objectNode().put("decision", approve ? "approve" : "return");
            decision.put("reason", approve ? "" : "图片不清晰");
            send(200, "claim", () -> reviewer.post(path + "/claim"));
            var ticked = Checklists.ticked(reviewer, path, decision);
            send(200, "decide", () -> reviewer.post(path + "/decision", ticked));
            journal.acknowledged(journal.decided(), found.path("id").asText());
            if (stopping.get()) {
                return;
            }
        }
    }

    private void uploads() {
        var file = Filings.id(send(201, "upload", () -> Filings.upload(unitA, picture)));
        journal.acknowledged(journal.files(), file);
    }

    private void imports() {
        var job = send(202, "import", () -> unitB.post(Filings.OWN + "/patent-imports"));
        journal.acknowledged(journal.jobs(), Filings.id(job));
        Await.pause(BETWEEN_IMPORTS);
    }
}
