package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongban.faults.fuzz.Abandoned;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;

/** Many posts with the same key at the same time: one row, and the first answer to all, byte for byte (RL-1). */
final class DoubleSubmit {
    private static final int KEYS = 200;
    private static final int PARALLEL = 20;
    private static final String PRODUCT_COUNT = "select count(*) from product_filing.product";
    private static final String PATENT_COUNT = "select count(*) from product_filing.patent";
    private static final String CASE_COUNT = "select count(*) from core.review_case";

    private final Site site;
    private final Api unit;
    private final String token;
    private final List<String> notes = new ArrayList<>();
    private int rows;
    private int differing;
    private int mistaken;
    private int stored;
    private int abandoned;

    private DoubleSubmit(Site site) {
        this.site = site;
        this.token = site.server().signIn(Filings.UNIT);
        this.unit = site.server().withToken(token);
    }

    /** A post with a key; the body is null where the operation takes none. */
    private record Post(String path, @Nullable JsonNode body) {}

    static Result run(Setup setup) throws Exception {
        int keys = setup.timesOr(KEYS);
        try (var site = Site.open(setup, Suite.DOUBLE_SUBMIT)) {
            var numbers = Filings.numbers(keys);
            Filings.registry(site.server().as("admin"), numbers);
            return new DoubleSubmit(site).run(keys, numbers);
        }
    }

    private Result run(int keys, List<String> numbers) throws Exception {
        int quarter = Math.max(1, keys / 4);
        var patent = Filings.patent(unit, numbers.getFirst());
        var picture = Filings.picture(unit);
        for (var number : numbers.subList(1, quarter)) {
            together(new Post(Filings.PATENTS, Filings.patentRequest(number)), PATENT_COUNT);
        }
        for (int i = 0; i < quarter; i++) {
            var product = Filings.complete(unit, patent, picture, "double-" + i);
            together(new Post(Filings.PRODUCTS + "/" + product + "/submit", null), CASE_COUNT);
        }
        for (int i = 2 * quarter - 1; i < keys; i++) {
            together(new Post(Filings.PRODUCTS, null), PRODUCT_COUNT);
        }
        for (int i = 0; i < PARALLEL; i++) {
            refusedFirst(patent, picture, "refused-" + i);
            abandonedFirst();
        }
        return new Result(
                "%d keys × %d posts".formatted(keys, PARALLEL),
                List.of(
                        Figure.none("keys with other than one row", rows),
                        Figure.none("answers unlike the first", differing),
                        Figure.none("another body under the key not answered 422", mistaken),
                        Figure.none("refusals kept as the answer, of " + PARALLEL, stored),
                        Figure.none("keys of broken connections that did not work, of " + PARALLEL, abandoned)),
                notes);
    }

    private void together(Post post, String count) throws SQLException, InterruptedException {
        var key = UUID.randomUUID().toString();
        long before = site.count(count);
        var answers = parallel(() -> send(key, post));
        long more = site.count(count) - before;
        if (more != 1) {
            rows++;
            notes.add("%s: %d rows".formatted(post, more));
        }
        var first = answers.getFirst();
        for (var answer : answers) {
            if (answer.status() >= 300
                    || answer.status() != first.status()
                    || !Arrays.equals(answer.body(), first.body())
                    || !answer.etag().equals(first.etag())) {
                differing++;
                notes.add("%s: %s and %s".formatted(post, first, answer));
            }
        }
        otherwise(key, post);
    }

    private Answer send(String key, Post post) {
        var keyed = unit.with("Idempotency-Key", key);
        return post.body() == null ? keyed.post(post.path()) : keyed.post(post.path(), post.body());
    }

    private void otherwise(String key, Post post) {
        var other = post.path().equals(Filings.PATENTS)
                ? new Post(post.path(), Filings.patentRequest("2021210000000"))
                : new Post(Filings.PATENTS, Filings.patentRequest("2021210000000"));
        var answer = send(key, other);
        if (answer.status() != 422 || !answer.code().equals("idempotency-key-reused")) {
            mistaken++;
            notes.add("another body: " + answer);
        }
    }

    private static List<Answer> parallel(Callable<Answer> request) throws InterruptedException {
        return Burst.of(Collections.nCopies(PARALLEL, request));
    }

    /** A refusal is not the key's answer: what was wrong is mended, and the same post goes through. */
    private void refusedFirst(String patent, byte[] picture, String model) {
        var key = UUID.randomUUID().toString();
        var product = Filings.id(Filings.expect(201, unit.post(Filings.PRODUCTS)));
        var post = new Post(Filings.PRODUCTS + "/" + product + "/submit", null);
        var refused = send(key, post);
        var file = Filings.id(Filings.expect(201, Filings.upload(unit, picture)));
        Filings.expect(200, Filings.save(unit, product, "product", Filings.product(model, file)));
        Filings.expect(200, Filings.save(unit, product, "patents", Filings.links(patent)));
        Filings.expect(200, Filings.save(unit, product, "evidence", Filings.evidence(unit)));
        var taken = send(key, post);
        if (refused.status() != 422 || taken.status() != 200) {
            stored++;
            notes.add("first " + refused + ", then " + taken);
        }
    }

    /** The client goes away after sending; with the key it learns later what became of it. */
    private void abandonedFirst() throws Exception {
        var key = UUID.randomUUID().toString();
        long before = site.count(PRODUCT_COUNT);
        Abandoned.post(site.server().address(), Filings.PRODUCTS, token, key);
        var answers = parallel(() -> send(key, new Post(Filings.PRODUCTS, null)));
        long more = site.count(PRODUCT_COUNT) - before;
        var first = new String(answers.getFirst().body(), StandardCharsets.UTF_8);
        if (more != 1
                || answers.stream()
                        .anyMatch(answer ->
                                answer.status() != 201 || !answer.text().equals(first))) {
            abandoned++;
            notes.add("abandoned: %d rows, %s".formatted(more, answers.getFirst()));
        }
    }
}
