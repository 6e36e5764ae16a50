package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.filing.FilingSteps.OWN;
import static org.tongban.filing.FilingSteps.PLATFORM;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/**
 * The steps of a yearly update: in the round of 2026, whose holidays are known, with a window of the test's own and products
 * whose figures are made a year older.
 */
final class UpdateSteps {
    static final String ROUND = OWN + "/rounds/2026";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Tongban tongban;
    final FilingSteps steps;

    UpdateSteps(Tongban tongban) {
        this(tongban, new FilingSteps(tongban).withPatents());
    }

    /** The steps of another unit. */
    UpdateSteps(Tongban tongban, FilingSteps steps) {
        this.tongban = tongban;
        this.steps = steps;
    }

    static Answer right(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    static String path(String update) {
        return OWN + "/updates/" + update;
    }

    Answer window(String opensOn, String closesOn) {
        return dates(2025, opensOn, closesOn);
    }

    Answer dates(int dataYear, String opensOn, String closesOn) {
        var manager = tongban.as("filing-manager");
        return manager.with("If-Match", manager.get(ROUND).etag())
                .put(ROUND, Api.json("""
                    {'dataYear': %d, 'opensOn': '%s', 'closesOn': '%s', 'filingDeadline': '2026-12-31'}
                    """.formatted(dataYear, opensOn, closesOn)));
    }

    void run(String moment) {
        tongban.clock().moveTo(Instant.parse(moment));
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("product-filing.run-rounds"))
                .forEach(TaskBody::run);
    }

    /** The same for a day that is over. */
    void runFor(String day, String moment) {
        tongban.clock().moveTo(Instant.parse(moment));
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("product-filing.run-rounds"))
                .forEach(task -> task.runFor(LocalDate.parse(day)));
    }

    String filed(String name) {
        var id = steps.complete(name);
        right(steps.submit(id), 200);
        right(steps.decide(id, "{'decision': 'approve'}"), 200);
        return id;
    }

    /** A product whose figures are of the year before the round's. */
    String older(String name) {
        var id = filed(name);
        for (var table : List.of("product", "public_product")) {
            Rows.change(
                    tongban,
                    "update product_filing." + table + " set data_year = 2024 where id = ?",
                    UUID.fromString(id));
        }
        return id;
    }

    /** The update that was asked of a product, in a window up to 30 November. */
    String due(String product) {
        right(window("2026-11-01", "2026-11-30"), 200);
        run("2026-11-20T02:00:00Z");
        return update(product);
    }

    String update(String product) {
        return await().atMost(PATIENCE).until(() -> found(product), id -> !id.isEmpty());
    }

    String found(String product) {
        for (var update : steps.unit.get(OWN + "/updates?limit=100").json().path("items")) {
            if (update.path("product").asText().equals(product)) {
                return update.path("id").asText();
            }
        }
        return "";
    }

    ObjectNode unchanged() {
        var document = (ObjectNode) Api.json("""
            {'unitDataConfirmed': true, 'sales': '1500', 'exports': '200', 'netProfit': '160',
             'outputValue': '1600', 'grossMargin': '32', 'contributionIndex': '40',
             'contributionMethod': 'licence-rate', 'productUnchanged': true, 'patentsUnchanged': true}
            """);
        document.putArray("economicProof")
                .add(FilingSteps.upload(steps.unit, "pdf-20", FilingSteps.pdf(), "application/pdf"));
        return document;
    }

    Answer save(String update, ObjectNode document) {
        return steps.unit.with("If-Match", steps.unit.get(path(update)).etag()).put(path(update), document);
    }

    Answer submit(String update) {
        return steps.unit.post(path(update) + "/submission");
    }

    void submitted(String update) {
        right(save(update, unchanged()), 200);
        right(submit(update), 200);
    }

    String state(String update) {
        return steps.unit.get(path(update)).json().path("state").asText();
    }

    List<String> told() {
        return tongban.outbox().findValuesAsText("text");
    }

    Answer page(String product) {
        return tongban.anonymous().get(PLATFORM + "/public/products/" + product);
    }

    String mine(String subject) {
        for (var found : steps.unit
                .get(PLATFORM + "/me/cases?state=open&limit=100")
                .json()
                .path("items")) {
            if (found.path("subject").asText().equals(subject)) {
                return PLATFORM + "/me/cases/" + found.path("id").asText();
            }
        }
        throw new AssertionError("no case of " + subject);
    }

    List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Answer>();
            for (var one : threads.invokeAll(requests)) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    static ObjectNode datesFrom(String opensOn) {
        return (ObjectNode) Api.json("""
            {'dataYear': 2025, 'opensOn': '%s', 'closesOn': '2026-11-30', 'filingDeadline': '2026-12-31'}
            """.formatted(opensOn));
    }
}
