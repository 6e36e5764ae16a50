package org.tongban.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tongban.testkit.Api;

/** Compares what was acknowledged with what is there (CO-80). */
final class Acknowledged {
    private static final int MOST_REPEATS = 20;

    private Acknowledged() {}

    /** What was acknowledged and is not there any more. */
    static List<String> lost(Site site, Journal journal) throws SQLException {
        var lost = new ArrayList<String>();
        var models = models(site);
        journal.drafts().forEach((product, model) -> {
            var now = models.get(product);
            // A save that was not answered may count or not.
            if (now == null
                    || !(now.equals(model) || now.equals(journal.saving().getOrDefault(product, model)))) {
                lost.add("draft " + product + " with the model “" + model + "”: " + now);
            }
        });
        missing(lost, "submission", journal.submitted(), site.rows("select subject from core.review_case"));
        missing(
                lost,
                "decision",
                journal.decided(),
                site.rows("select id from core.review_case where state in ('approved', 'returned')"));
        missing(lost, "file", journal.files(), site.rows("select id from core.file where state = 'CLEAN'"));
        missing(lost, "job", journal.jobs(), site.rows("select id from core.job"));
        return lost;
    }

    private static Map<String, String> models(Site site) throws SQLException {
        var models = new HashMap<String, String>();
        site.rows("select id || ' ' || coalesce(product ->> 'model', '') from product_filing.product")
                .forEach(row -> models.put(row.substring(0, 36), row.substring(37)));
        return models;
    }

    private static void missing(List<String> lost, String kind, Collection<String> wanted, List<String> there) {
        var known = new HashSet<>(there);
        wanted.stream().filter(id -> !known.contains(id)).forEach(id -> lost.add(kind + " " + id));
    }

    /**
     * Repeats posts with their keys: what was answered is answered again byte for byte, what was not is done now or was
     * done, once. Answers the faults.
     */
    static List<String> repeat(Api unit, Journal journal) {
        var faults = new ArrayList<String>();
        int repeats = 0;
        for (var key : journal.keys().entrySet()) {
            var first = key.getValue();
            if (first.isEmpty() || repeats++ < MOST_REPEATS) {
                var answer = unit.with("Idempotency-Key", key.getKey()).post(Filings.PRODUCTS);
                if (answer.status() != 201 || !(first.isEmpty() || first.equals(answer.text()))) {
                    faults.add("key " + key.getKey() + ": " + answer + " instead of " + first);
                } else if (first.isEmpty()) {
                    journal.draft(key.getKey(), answer);
                }
            }
        }
        journal.keys().clear();
        return faults;
    }
}
