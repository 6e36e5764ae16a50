package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.PatentSteps.PATENTS;
import static org.tongban.filing.PatentSteps.added;
import static org.tongban.filing.PatentSteps.held;
import static org.tongban.filing.PatentSteps.licensed;
import static org.tongban.filing.PatentSteps.number;
import static org.tongban.filing.PatentSteps.proof;
import static org.tongban.filing.PatentSteps.row;
import static org.tongban.filing.PatentSteps.typed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Patents that a unit adds by hand (PF-21). */
@TongbanTest
@Tag("PF-21")
class ManualPatentTest {
    private final Tongban tongban;
    private final PatentSteps steps;

    ManualPatentTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new PatentSteps(tongban);
    }

    @Test
    void every_way_of_holding_is_told_with_the_registrys_data() {
        var holder = steps.holder();
        for (var way : List.of("original", "transfer", "inheritance", "gift", "other-assignment")) {
            var number = number();
            steps.inRegistry(row(number, "一种受让的装置", holder.name()));
            var shown = holder.api()
                    .post(PATENTS, held(number, way).put("title", "另一名称").put("licensor", "无关"));
            // What was typed of a patent that the registry knows is checked, and gives way to the registry's data.
            assertThat(shown.violations())
                    .containsExactlyInAnyOrder(
                            "/kind required", "/holders required", "/filedOn required", "/legalStatus required");
            var answer = holder.api().post(PATENTS, typed(number, "他人").put("acquisition", way));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            assertThat(answer.json().path("title").asText()).isEqualTo("一种受让的装置");
            assertThat(answer.json().path("acquisition").asText()).isEqualTo(way);
            assertThat(answer.json().path("source").asText()).isEqualTo("manual");
            assertThat(answer.json().path("verified").asBoolean()).isTrue();
            assertThat(answer.json().path("valid").asBoolean()).isTrue();
            assertThat(answer.json().has("licence")).isFalse();
        }
    }

    @Test
    void a_licence_says_by_whom_how_and_until_when_and_proves_it() {
        var holder = steps.holder();
        var number = number();
        steps.inRegistry(row(number, "一种被许可的装置", "东海大学"));
        assertThat(holder.api().post(PATENTS, held(number, "licence")).violations())
                .containsExactlyInAnyOrder(
                        "/licensor required",
                        "/licenceKind required",
                        "/licenceFrom required",
                        "/licenceTo required",
                        "/licenceProof required");
        assertThat(holder.api()
                        .post(PATENTS, licensed(holder.api(), number, "2026-11-20", "2026-11-19"))
                        .violations())
                .containsExactly("/licenceTo before-beginning");

        var id = added(holder.api(), licensed(holder.api(), number, "2026-11-20", "2026-11-20"));
        var shown = holder.api().get(PATENTS + "/" + id).json();
        assertThat(shown.at("/licence/licensor").asText()).isEqualTo("东海大学");
        assertThat(shown.at("/licence/kind").asText()).isEqualTo("sole");
        assertThat(shown.at("/licence/to").asText()).isEqualTo("2026-11-20");
        assertThat(shown.at("/licence/recordNumber").asText()).isEqualTo("X2024330000123");
        assertThat(shown.path("valid").asBoolean()).isTrue();
    }

    @Test
    void a_licence_out_of_its_term_is_not_valid() {
        var holder = steps.holder();
        var ended = number();
        var ahead = number();
        var now = number();
        steps.inRegistry(row(ended, "甲", "东海大学"), row(ahead, "乙", "东海大学"), row(now, "丙", "东海大学"));
        var unit = holder.api();
        var one = added(unit, licensed(unit, ended, "2024-01-01", "2026-11-19"));
        var two = added(unit, licensed(unit, ahead, "2026-11-21", "2029-12-31"));
        var three = added(unit, licensed(unit, now, "2026-01-01", "2026-11-20"));
        assertThat(unit.get(PATENTS + "/" + one).json().path("valid").asBoolean())
                .isFalse();
        assertThat(unit.get(PATENTS + "/" + two).json().path("valid").asBoolean())
                .isFalse();
        assertThat(unit.get(PATENTS + "/" + three).json().path("valid").asBoolean())
                .isTrue();

        tongban.clock().moveTo(Instant.parse("2026-11-21T02:00:00Z"));
        assertThat(unit.get(PATENTS + "/" + two).json().path("valid").asBoolean())
                .isTrue();
        assertThat(unit.get(PATENTS + "/" + three).json().path("valid").asBoolean())
                .isFalse();
    }

    @Test
    @Tag("PF-32")
    void a_licensed_patent_is_filed_within_its_term_only() {
        var holder = steps.holder();
        var filing = steps.withFigures(holder);
        var good = number();
        var over = number();
        steps.inRegistry(row(good, "一种许可装置", "东海大学"), row(over, "一种到期装置", "东海大学"));
        added(filing.unit, licensed(filing.unit, good, "2024-01-01", "2029-12-31"));
        added(filing.unit, licensed(filing.unit, over, "2024-01-01", "2025-12-31"));
        var id = filing.complete("许可仪器甲型");
        var links = filing.patents();
        FilingSteps.link(links, filing.patent(good), true);
        FilingSteps.link(links, filing.patent(over), true);
        filing.save(id, "patents", links);
        assertThat(filing.submit(id).violations()).containsExactly("/patents/3/patentId not-valid");
    }

    @Test
    void what_the_registry_does_not_know_is_typed_and_not_verified() {
        var unit = steps.holder().api();
        var number = number();
        var unknown = unit.post(PATENTS, held(number, "original"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.code()).isEqualTo("patent-unknown");
        assertThat(unit.post(PATENTS, typed(number, "某单位").put("kind", "design").put("filedOn", "2026-11-21"))
                        .violations())
                .containsExactlyInAnyOrder("/kind kind-mismatch", "/filedOn future");
        assertThat(unit.post(PATENTS, typed(number, "某单位").put("grantedOn", "2020-03-01"))
                        .violations())
                .containsExactly("/grantedOn before-filing");

        var id = added(unit, typed(number, "某单位"));
        var shown = unit.get(PATENTS + "/" + id).json();
        assertThat(shown.path("verified").asBoolean()).isFalse();
        assertThat(shown.path("title").asText()).isEqualTo("一种手工录入的装置");
        assertThat(shown.path("expiresOn").asText()).isEqualTo("2030-03-02");
        assertThat(unit.post(PATENTS, typed(number, "某单位")).code()).isEqualTo("duplicate-patent");
    }

    @Test
    void terms_are_counted_from_the_filing_by_kind_and_day() {
        var unit = steps.holder().api();
        var kinds = List.of("invention", "design", "design");
        var digits = List.of('1', '3', '3');
        var filed = List.of("2006-11-19", "2021-05-31", "2021-06-01");
        var ends = List.of("2026-11-19", "2031-05-31", "2036-06-01");
        for (int i = 0; i < kinds.size(); i++) {
            var id = added(
                    unit,
                    typed(number(digits.get(i)), "某单位")
                            .put("kind", kinds.get(i))
                            .put("filedOn", filed.get(i)));
            assertThat(unit.get(PATENTS + "/" + id).json().path("expiresOn").asText())
                    .isEqualTo(ends.get(i));
        }
        // The first one's term ended yesterday, whatever was typed.
        var over = unit.get(PATENTS + "?kind=invention").json().at("/items/0");
        assertThat(over.path("state").asText()).isEqualTo("expired");
        assertThat(over.path("valid").asBoolean()).isFalse();
        var grace = added(unit, typed(number(), "某单位").put("legalStatus", "in-grace"));
        assertThat(unit.get(PATENTS + "/" + grace).json().path("valid").asBoolean())
                .isTrue();
        var lapsed = added(unit, typed(number(), "某单位").put("legalStatus", "lapsed"));
        assertThat(unit.get(PATENTS + "/" + lapsed).json().path("valid").asBoolean())
                .isFalse();
    }

    @Test
    void of_32_who_add_one_number_one_wins_and_another_unit_may_have_it_too() throws Exception {
        var unit = steps.holder().api();
        var number = number();
        steps.inRegistry(row(number, "一种抢注装置", "东海大学"));
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> add = () -> unit.post(PATENTS, held(number, "transfer"));
            var adding =
                    IntStream.range(0, 32).mapToObj(i -> threads.submit(add)).toList();
            for (var one : adding) {
                answers.add(one.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("duplicate-patent");
        added(steps.holder().api(), held(number, "transfer"));
    }

    @Test
    void only_what_was_added_by_hand_is_deleted_and_not_while_it_is_filed() {
        var filing = steps.withFigures(steps.holder());
        var unit = filing.unit;
        var automatic = unit.get(PATENTS).json().at("/items/0/id").asText();
        assertThat(unit.delete(PATENTS + "/" + automatic).code()).isEqualTo("patent-automatic");

        var number = number();
        steps.inRegistry(row(number, "一种许可装置", "东海大学"));
        var document = licensed(unit, number, "2024-01-01", "2029-12-31");
        var manual = added(unit, document);
        var file =
                FilingSteps.PLATFORM + "/files/" + document.path("licenceProof").asText();
        var id = filing.complete("许可仪器乙型");
        var links = filing.patents();
        FilingSteps.link(links, manual, true);
        filing.save(id, "patents", links);
        var reviewer = tongban.as("reviewer");
        assertThat(reviewer.get(file).status()).isEqualTo(404);
        assertThat(filing.submit(id).status()).isEqualTo(200);
        assertThat(unit.delete(PATENTS + "/" + manual).code()).isEqualTo("patent-linked");
        assertThat(reviewer.get(file).status()).isEqualTo(200);
        assertThat(tongban.as("unit-b").get(file).status()).isEqualTo(404);
        assertThat(tongban.as("unit-b").delete(PATENTS + "/" + manual).status()).isEqualTo(404);

        filing.decide(id, "{'decision': 'return', 'reason': '许可期限不清'}");
        assertThat(unit.delete(PATENTS + "/" + manual).status()).isEqualTo(204);
        assertThat(unit.get(PATENTS + "/" + manual).status()).isEqualTo(404);
        assertThat(unit.get(file).status()).isNotEqualTo(200);
        assertThat(unit.delete(PATENTS + "/" + manual).status()).isEqualTo(404);
        assertThat(filing.submit(id).violations()).containsExactly("/patents/2/patentId unknown-patent");
    }

    @Test
    void a_filed_product_holds_its_patents_fast() {
        var holder = steps.holder();
        var filing = steps.withFigures(holder);
        var number = number();
        steps.inRegistry(row(number, "一种受赠装置", holder.name()));
        var manual = added(filing.unit, held(number, "gift"));
        var id = filing.complete("受赠仪器");
        var links = filing.patents();
        FilingSteps.link(links, manual, true);
        filing.save(id, "patents", links);
        assertThat(filing.submit(id).status()).isEqualTo(200);
        assertThat(filing.decide(id, "{'decision': 'approve'}").status()).isEqualTo(200);
        assertThat(filing.unit.delete(PATENTS + "/" + manual).code()).isEqualTo("patent-linked");
    }

    @Test
    void the_proof_is_a_file_of_ones_own_for_this() {
        var unit = steps.holder().api();
        var number = number();
        steps.inRegistry(row(number, "一种许可装置", "东海大学"));
        var other = proof(tongban.as("unit-b"));
        var document = licensed(unit, number, "2024-01-01", "2029-12-31");
        assertThat(unit.post(PATENTS, document.deepCopy().put("licenceProof", other))
                        .violations())
                .containsExactly("/licenceProof file-unknown");
        var picture = FilingSteps.upload(unit, "picture", FilingSteps.picture(), "image/png");
        assertThat(unit.post(PATENTS, document.deepCopy().put("licenceProof", picture))
                        .violations())
                .containsExactly("/licenceProof file-other-slot");
        assertThat(unit.get(PATENTS + "?q=" + number).json().path("items")).isEmpty();
        added(unit, document);
    }
}
