package org.tongban.filing.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.UnitSteps.ME;
import static org.tongban.filing.UnitSteps.OWN;
import static org.tongban.filing.UnitSteps.PLATFORM;
import static org.tongban.filing.UnitSteps.VERIFICATION;
import static org.tongban.filing.UnitSteps.inbox;
import static org.tongban.filing.UnitSteps.nameOf;
import static org.tongban.filing.UnitSteps.save;
import static org.tongban.filing.UnitSteps.submit;
import static org.tongban.filing.UnitSteps.uscc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.UnitSteps;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit proves who it is (PF-5, PF-6, PF-7). */
@TongbanTest
@Tag("PF-7")
class VerificationTest {
    private final UnitSteps steps;
    private final Tongban tongban;

    VerificationTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new UnitSteps(tongban);
    }

    @Test
    @Tag("PF-5")
    void who_is_approved_is_told_and_works_as_the_organisation_with_its_figures() {
        var unit = steps.newcomer();
        var code = uscc();
        assertThat(unit.api().get(ME).json().path("state").asText()).isEqualTo("unverified");
        assertThat(unit.api().get(VERIFICATION).status()).isEqualTo(404);
        var id = steps.pending(unit.api(), code, false);
        assertThat(unit.api().post(OWN + "/products").code()).isEqualTo("verification-required");
        steps.approve(id);
        UnitSteps.awaitRefused(unit.api());
        var verified = steps.again(unit);
        assertThat(inbox(verified)).contains("您提交的单位实名认证信息已审核通过");
        assertThat(tongban.outbox().toString()).contains(unit.phone());
        var shown = verified.get(ME).json();
        assertThat(shown.path("state").asText()).isEqualTo("verified");
        assertThat(shown.path("uscc").asText()).isEqualTo(code);
        assertThat(shown.path("name").asText()).isEqualTo(nameOf(code));
        assertThat(verified.post(OWN + "/products").status()).isEqualTo(201);
        assertThat(verified.put(VERIFICATION, steps.document(verified, code)).code())
                .isEqualTo("already-verified");
        assertThat(submit(verified, false).code()).isEqualTo("already-verified");
        assertThat(verified.get(VERIFICATION).json().path("state").asText()).isEqualTo("verified");
    }

    @Test
    void what_is_returned_says_why_and_is_handed_in_again() {
        var unit = steps.newcomer();
        var code = uscc();
        var id = steps.pending(unit.api(), code, false);
        assertThat(unit.api()
                        .put(VERIFICATION, steps.document(unit.api(), code))
                        .code())
                .isEqualTo("verification-locked");
        assertThat(submit(unit.api(), false).code()).isEqualTo("illegal-move");
        steps.decide(id, "{'decision': 'return', 'reason': '证照不清晰'}");
        var shown = unit.api().get(VERIFICATION).json();
        assertThat(shown.path("state").asText()).isEqualTo("returned");
        assertThat(shown.path("reason").asText()).isEqualTo("证照不清晰");
        assertThat(inbox(unit.api())).contains("您提交的单位实名认证信息未通过审核：证照不清晰。请修改后重新提交。");
        ObjectNode again = shown.path("document").deepCopy();
        save(unit.api(), again.put("contactName", "林小溪二"));
        assertThat(submit(unit.api(), false).status()).isEqualTo(200);
        steps.approve(id);
        assertThat(steps.again(unit).get(ME).json().path("state").asText()).isEqualTo("verified");
    }

    @Test
    @Tag("CO-46")
    void what_is_withdrawn_is_a_draft_again() {
        var unit = steps.newcomer();
        var id = steps.pending(unit.api(), uscc(), false);
        for (var mine : unit.api().get(PLATFORM + "/me/cases").json().path("items")) {
            var withdrawn =
                    unit.api().post(PLATFORM + "/me/cases/" + mine.path("id").asText() + "/withdraw");
            assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        }
        var shown = unit.api().get(VERIFICATION).json();
        assertThat(shown.path("id").asText()).isEqualTo(id);
        assertThat(shown.path("state").asText()).isEqualTo("draft");
    }

    @Test
    @Tag("PF-6")
    @Tag("PF-10")
    void everything_wrong_is_said_at_once_and_nothing_is_handed_in() {
        var unit = steps.newcomer();
        assertThat(submit(unit.api(), false).status()).isEqualTo(404);
        var document = steps.document(unit.api(), uscc());
        document.remove("certificateLongTerm");
        document.remove("commitment");
        document.remove("legalRepPhone");
        document.put("certificateValidTo", "2026-11-19").put("officeSameAsRegistered", false);
        ((ObjectNode) document.path("assets"))
                .put("ipInvestment", "8000.1")
                .put("fixedAssets", "20001")
                .put("patentAssets", "20001");
        save(unit.api(), document);
        var refused = submit(unit.api(), false);
        assertThat(refused.code()).isEqualTo("verification-not-complete");
        assertThat(refused.violations())
                .contains(
                        "/certificateValidTo expired",
                        "/assets/ipInvestment above-limit",
                        "/assets/fixedAssets above-limit",
                        "/assets/patentAssets above-limit",
                        "/legalRepPhone required",
                        "/commitment required",
                        "/officeAddress required");
        assertThat(unit.api().get(VERIFICATION).json().path("state").asText()).isEqualTo("draft");
    }

    @Test
    @Tag("CO-36")
    void another_accounts_file_is_refused_and_its_verification_not_seen() {
        var unit = steps.newcomer();
        var other = steps.newcomer();
        var foreign = UnitSteps.file(other.api());
        save(unit.api(), steps.document(unit.api(), uscc()).put("certificate", foreign));
        assertThat(submit(unit.api(), false).violations()).contains("/certificate file-unknown");
        assertThat(other.api().get(VERIFICATION).status()).isEqualTo(404);
        var own = unit.api().get(VERIFICATION).json().at("/document/commitment").asText();
        assertThat(unit.api().get(PLATFORM + "/files/" + own).status()).isEqualTo(200);
        assertThat(other.api().get(PLATFORM + "/files/" + own).status()).isEqualTo(404);
        assertThat(tongban.as("reviewer").get(PLATFORM + "/files/" + own).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("RL-12")
    void phones_are_shown_masked_and_come_back_as_what_was_kept() {
        var unit = steps.newcomer();
        var saved = save(unit.api(), steps.document(unit.api(), uscc()));
        assertThat(saved.text()).doesNotContain(UnitSteps.REPRESENTATIVE_PHONE).doesNotContain("0571-88886666");
        assertThat(saved.json().at("/document/legalRepPhone").asText()).isEqualTo("+86139****5678");
        ObjectNode again = saved.json().path("document").deepCopy();
        assertThat(save(unit.api(), again).json().at("/document/legalRepPhone").asText())
                .isEqualTo("+86139****5678");
        var submitted = submit(unit.api(), false);
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(200);
        var review = steps.claimed(submitted.json().path("id").asText(), "reviewer");
        assertThat(tongban.as("reviewer").get(review).text())
                .contains("+86139****5678")
                .doesNotContain(UnitSteps.REPRESENTATIVE_PHONE);
    }

    private ObjectNode enterprise(UnitSteps.Member unit, String code) {
        return steps.document(unit.api(), code)
                .put("unitType", "enterprise")
                .put("enterpriseType", "private")
                .put("enterpriseSize", "small");
    }

    @Test
    @Tag("PF-5")
    @Tag("CO-75")
    void an_enterprise_is_compared_with_the_registry_whose_phone_stands_in() {
        var unit = steps.newcomer();
        var code = uscc();
        save(unit.api(), enterprise(unit, code));
        assertThat(submit(unit.api(), false).violations()).containsExactly("/uscc not-in-registry");
        steps.inRegistry(code, nameOf(code), "13700001234");
        save(unit.api(), enterprise(unit, code).put("name", "另一家公司").put("legalRepName", "李大山"));
        assertThat(submit(unit.api(), false).violations())
                .containsExactlyInAnyOrder("/name differs-from-registry", "/legalRepName differs-from-registry");
        var document = enterprise(unit, code);
        document.remove("legalRepPhone");
        save(unit.api(), document);
        var submitted = submit(unit.api(), false);
        assertThat(submitted.status()).as(submitted.toString()).isEqualTo(200);
        assertThat(submitted.json().at("/document/legalRepPhone").asText()).isEqualTo("+86137****1234");
        assertThat(submitted.text()).doesNotContain("13700001234");
    }

    @Test
    @Tag("PF-5")
    @Tag("CO-75")
    void what_the_registry_knows_is_fetched_by_the_code_its_phone_masked() {
        var unit = steps.newcomer().api();
        var code = uscc();
        var path = ME + "/business-information?uscc=";
        assertThat(unit.get(path + code).status()).isEqualTo(404);
        steps.inRegistry(code, nameOf(code), "13700005678");
        var fetched = unit.get(path + code.toLowerCase(Locale.ROOT));
        assertThat(fetched.status()).as(fetched.toString()).isEqualTo(200);
        assertThat(fetched.json().path("name").asText()).isEqualTo(nameOf(code));
        assertThat(fetched.json().path("legalRepName").asText()).isEqualTo("陈海川");
        assertThat(fetched.json().path("legalRepPhone").asText()).isEqualTo("+86137****5678");
        assertThat(fetched.text()).doesNotContain("13700005678");
        assertThat(unit.get(path + "91330108MA2H7K3D4K").code()).isEqualTo("invalid-input");
        assertThat(tongban.as("admin").get(path + code).status()).isEqualTo(403);
    }
}
