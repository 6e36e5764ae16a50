package org.tongban.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.tongban.faults.fuzz.Fuzz;
import org.tongban.faults.fuzz.Target;

/** Bad requests to every operation as every role (RL-4). */
final class FuzzSuite {
    /** A value for each path variable that names no record. */
    static final Map<String, String> VARIABLES = Map.of(
            "module", "product-filing", "form", "product", "version", "1", "set", "country", "collection", "products");

    private static final int REQUESTS = 20_000;
    private static final int LEAST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private FuzzSuite() {}

    static Result run(Setup setup) throws Exception {
        try (var site = Site.open(setup, Suite.FUZZ)) {
            int most = setup.timesOr(REQUESTS);
            var outcome = new Fuzz(target(site), setup.seed()).run(most, LONGEST);
            var alive = site.server().isReady();
            var notes = outcome.findings().stream()
                    .map(finding -> finding.count() + " × " + finding.fault() + ": " + finding.example())
                    .toList();
            return new Result(
                    outcome.requests() + " requests to " + outcome.operations() + " operations",
                    List.of(
                            Figure.atLeast("requests", Math.min(LEAST, most), outcome.requests()),
                            Figure.none("distinct faults", outcome.findings().size()),
                            Figure.none("servers that do not serve afterwards", alive ? 0 : 1)),
                    notes);
        }
    }

    private static Target target(Site site) {
        var server = site.server();
        var number = Filings.numbers(1);
        Filings.registry(server.as("admin"), number);
        var unit = server.as(Filings.UNIT);
        var patent = Filings.patent(unit, number.getFirst());
        var picture = Filings.picture(unit);
        var product = Filings.complete(unit, patent, picture, "fuzz");
        Filings.expect(200, Filings.submit(unit, Filings.complete(unit, patent, picture, "fuzz-submitted")));
        var file = Filings.id(Filings.expect(201, Filings.upload(unit, picture)));
        var found = server.as("reviewer")
                .get(Filings.PLATFORM + "/reviews")
                .json()
                .path("items")
                .path(0);
        var tokens = Map.of(
                "anonymous",
                "",
                "forged",
                "a.b.c",
                "owner",
                server.signIn(Filings.UNIT),
                "other-unit",
                server.signIn("unit-a"),
                "reviewer",
                server.signIn("reviewer"),
                "administrator",
                server.signIn("admin"),
                Target.LEAVING,
                server.signIn("reviewer-2"));
        return new Target(
                server.address(),
                server.anonymous().get("/openapi.json").json(),
                tokens,
                VARIABLES,
                Map.of(
                        "products",
                        product,
                        "patents",
                        patent,
                        "files",
                        file,
                        "reviews",
                        found.path("id").asText()));
    }
}
