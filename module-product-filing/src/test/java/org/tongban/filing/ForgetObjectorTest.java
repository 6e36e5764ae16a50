package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.FilingSteps.PLATFORM;
import static org.tongban.filing.ObjectionSteps.NAME;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;
import static org.tongban.filing.ObjectionSteps.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.audit.chain.CanonicalJson;
import org.tongban.core.task.TaskBody;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** For how long it is kept who objected (CO-59, PF-61). */
@TongbanTest
@Tag("CO-59")
@Tag("PF-61")
class ForgetObjectorTest {
    private final Tongban tongban;
    private final ObjectionSteps steps;

    ForgetObjectorTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    private void forgetOn(String day) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("product-filing.forget-objectors"))
                .forEach(task -> task.runFor(LocalDate.parse(day)));
    }

    @Test
    void who_objected_is_forgotten_three_years_after_the_decision_and_the_rest_stays() throws Exception {
        var product = steps.inPublicity("遗忘巡检仪甲型");
        var decided = steps.held(steps.send(steps.form(product, phone())));
        var open = steps.held(steps.send(steps.form(product, phone())));
        right(steps.decide(steps.officer, decided.review(), "reject", "未附证据"), 200);
        var handling = decided.path() + "/handling";
        var receipt = words(receipt(decided));
        assertThat(receipt).contains(NAME);

        forgetOn("2029-11-19");
        assertThat(right(steps.officer.get(handling + "/objector"), 200).text()).contains(NAME);

        forgetOn("2029-11-21");

        var gone = steps.officer.get(handling + "/objector");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.code()).isEqualTo("objector-forgotten");
        var shown = right(steps.officer.get(handling), 200);
        assertThat(shown.text()).contains("未附证据").doesNotContain("****", "provenBy");
        // What was objected stays as it was written.
        assertThat(shown.json().path("document").has("content")).isTrue();
        assertThat(shown.json().path("document").has("objectorName")).isFalse();
        assertThat(shown.json().path("document").has("phone")).isFalse();
        var snapshot = right(steps.officer.get(decided.review()), 200).json().path("snapshot");
        assertThat(snapshot.path("objection").properties())
                .extracting(Map.Entry::getKey)
                .contains("content", "grounds", "objectorKind")
                .doesNotContain("objectorName", "phone", "email", "objectorIdNumber");
        assertThat(snapshot.at("/product/name").asText()).isEqualTo("遗忘巡检仪甲型");
        // The receipt still vouches for what was handed in, and tells nothing of it.
        var left = receipt(decided);
        assertThat(words(left)).contains(decided.number(), hash(receipt)).doesNotContain(NAME, "****");
        assertThat(receipt(decided).body()).isEqualTo(left.body());
        assertThat(right(steps.progress(decided.number(), decided.code()), 200)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("dismissed");
        assertThat(tongban.as("auditor")
                        .get(PLATFORM + "/audit?subject="
                                + decided.path().substring(decided.path().lastIndexOf('/') + 1))
                        .text())
                .contains("product-filing.forget-objectors");
        // Nothing was decided on the other one.
        assertThat(words(receipt(open))).contains(NAME);
        assertThat(right(steps.officer.get(open.path() + "/handling/objector"), 200)
                        .text())
                .contains(NAME);
    }

    /** A receipt that nobody had asked for before is of what was handed in, not of what is left. */
    @Test
    @Tag("CO-15")
    void a_receipt_asked_for_later_has_the_hash_of_what_was_handed_in() throws Exception {
        var product = steps.inPublicity("遗忘巡检仪丙型");
        var held = steps.held(steps.send(steps.form(product, phone())));
        right(steps.decide(steps.officer, held.review(), "reject", "未附证据"), 200);
        var handedIn = right(steps.officer.get(held.review()), 200).json().path("snapshot");

        forgetOn("2029-11-22");

        assertThat(words(receipt(held))).contains(sha256(handedIn)).doesNotContain(NAME);
    }

    private Answer receipt(ObjectionSteps.Held held) {
        return right(steps.receipt(held.number(), held.code()), 200);
    }

    private static String hash(String receipt) {
        var found = Pattern.compile("[0-9a-f]{64}").matcher(receipt);
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static String sha256(JsonNode document) throws Exception {
        var spelled = CanonicalJson.of(document).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(spelled));
    }

    @Test
    @Tag("CO-46d")
    void it_is_known_as_long_as_the_decision_is_looked_at_again() {
        var product = steps.recognised("遗忘巡检仪乙型");
        var held = steps.held(steps.send(steps.form(product, phone())));
        right(steps.takeUp(held), 200);
        right(steps.decide(steps.officer, held.review(), "approve", "专利未用于该产品"), 200);
        var other = steps.officer(null);
        var again = steps.rounds.lookedAtAgain(held.path().substring(held.path().lastIndexOf('/') + 1), other);

        forgetOn("2030-03-01");

        right(steps.officer.get(held.path() + "/handling/objector"), 200);
        right(other.post(again + "/claim"), 200);
        right(steps.decide(other, again, "reject", "没有新的证据"), 200);
        forgetOn("2030-03-02");
        assertThat(steps.officer.get(held.path() + "/handling/objector").code()).isEqualTo("objector-forgotten");
    }
}
