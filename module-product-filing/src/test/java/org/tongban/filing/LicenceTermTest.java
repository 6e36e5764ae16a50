package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.added;
import static org.tongban.filing.PatentSteps.held;
import static org.tongban.filing.PatentSteps.licensed;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.proof;
import static org.tongban.filing.PatentSteps.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A licence whose term changes while the patent stays in the unit's list (PF-21). */
@TongbanTest
@Tag("PF-21")
class LicenceTermTest {
    private static final int AT_ONCE = 32;

    private final Tongban tongban;
    private final PatentSteps steps;

    LicenceTermTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    private String licence(Api unit, String from, String to) {
        var number = number();
        steps.inRegistry(row(number, "一种续期装置", "东海大学"));
        return added(unit, licensed(unit, number, from, to));
    }

    private static String path(String patent) {
        return PATENTS + "/" + patent;
    }

    private static JsonNode shown(Api unit, String patent) {
        return unit.get(path(patent)).json();
    }

    private static ObjectNode term(String to, String proof) {
        return ((ObjectNode) Api.json("{}")).put("licenceTo", to).put("licenceProof", proof);
    }

    private static Answer extend(Api unit, String patent, JsonNode term) {
        return unit.with("If-Match", unit.get(path(patent)).etag()).put(path(patent) + "/licence", term);
    }

    @Test
    @Tag("CO-55")
    void a_licence_that_ended_runs_on_with_a_new_proof_and_the_old_one_stays() {
        var unit = steps.holder().api();
        var patent = licence(unit, "2024-01-01", "2026-11-19");
        var former = shown(unit, patent).at("/licence/proof").asText();
        assertThat(shown(unit, patent).path("valid").asBoolean()).isFalse();
        var proof = proof(unit);

        var extended = extend(unit, patent, term("2026-11-20", proof));

        assertThat(extended.status()).as(extended.toString()).isEqualTo(200);
        assertThat(extended.etag()).isEqualTo(unit.get(path(patent)).etag());
        var shown = shown(unit, patent);
        assertThat(shown.path("valid").asBoolean()).isTrue();
        assertThat(shown.at("/licence/from").asText()).isEqualTo("2024-01-01");
        assertThat(shown.at("/licence/to").asText()).isEqualTo("2026-11-20");
        assertThat(shown.at("/licence/proof").asText()).isEqualTo(proof);
        for (var file : new String[] {former, proof}) {
            var content = FilingSteps.PLATFORM + "/files/" + file;
            assertThat(unit.get(content).status()).isEqualTo(200);
            assertThat(tongban.as("unit-b").get(content).status()).isEqualTo(404);
        }
        assertThat(tongban.as("auditor")
                        .get(FilingSteps.PLATFORM + "/audit?subject=" + patent)
                        .text())
                .contains("product-filing.patent.extend-licence", "2026-11-19", "2026-11-20");
    }

    @Test
    void its_last_day_is_no_day_that_is_over_or_comes_before_its_beginning() {
        var unit = steps.holder().api();
        var patent = licence(unit, "2026-12-01", "2029-12-31");
        var others = proof(tongban.as("unit-b"));
        assertThat(extend(unit, patent, term("2026-11-19", others)).violations())
                .containsExactlyInAnyOrder("/licenceTo past", "/licenceProof file-unknown");
        assertThat(extend(unit, patent, term("2026-11-20", proof(unit))).violations())
                .containsExactly("/licenceTo before-beginning");
        assertThat(extend(unit, patent, term("2027-02-29", proof(unit))).violations())
                .containsExactly("/licenceTo date");
        assertThat(extend(unit, patent, Api.json("{}")).violations())
                .containsExactlyInAnyOrder("/licenceTo required", "/licenceProof required");
        assertThat(shown(unit, patent).at("/licence/to").asText()).isEqualTo("2029-12-31");
        // Given back earlier than it was to be.
        assertThat(extend(unit, patent, term("2026-12-01", proof(unit))).status())
                .isEqualTo(200);
    }

    @Test
    void what_is_no_licence_or_another_units_has_no_term() {
        var holder = steps.holder();
        var unit = holder.api();
        var number = number();
        steps.inRegistry(row(number, "一种自有装置", holder.name()));
        var own = added(unit, held(number, "original"));
        var refused = extend(unit, own, term("2029-12-31", proof(unit)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("patent-not-licensed");

        var patent = licence(unit, "2024-01-01", "2026-12-31");
        var term = term("2029-12-31", proof(unit));
        assertThat(unit.put(path(patent) + "/licence", term).status()).isEqualTo(428);
        assertThat(unit.with("If-Match", "\"77\"")
                        .put(path(patent) + "/licence", term)
                        .status())
                .isEqualTo(412);
        assertThat(tongban.as("unit-b")
                        .with("If-Match", "*")
                        .put(path(patent) + "/licence", term)
                        .status())
                .isEqualTo(404);
        assertThat(tongban.as("reviewer")
                        .with("If-Match", "*")
                        .put(path(patent) + "/licence", term)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Tag("CO-12")
    void of_32_who_change_one_term_at_once_one_wins() throws Exception {
        var unit = steps.holder().api();
        var patent = licence(unit, "2024-01-01", "2026-12-31");
        var etag = unit.get(path(patent)).etag();
        var term = term("2029-12-31", proof(unit));
        Callable<Answer> extend = () -> unit.with("If-Match", etag).put(path(patent) + "/licence", term);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(Collections.nCopies(AT_ONCE, extend))) {
                answers.add(one.get().status());
            }
        }
        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }
}
