package org.tongban.filing.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.UnitSteps.CHANGE;
import static org.tongban.filing.UnitSteps.ME;
import static org.tongban.filing.UnitSteps.OWN;
import static org.tongban.filing.UnitSteps.VERIFICATION;
import static org.tongban.filing.UnitSteps.inbox;
import static org.tongban.filing.UnitSteps.nameOf;
import static org.tongban.filing.UnitSteps.uscc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.UnitSteps;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A unit's data change through a review (PF-8). */
@TongbanTest
@Tag("PF-8")
class UnitChangeTest {
    private final UnitSteps steps;

    UnitChangeTest(Tongban tongban) {
        this.steps = new UnitSteps(tongban);
    }

    private Api verified(String code) {
        var unit = steps.newcomer();
        steps.approve(steps.pending(unit.api(), code, false));
        return steps.again(unit);
    }

    /** What is verified, without its figures, as a change that marks these fields. */
    private static ObjectNode change(Api unit, String... marked) {
        ObjectNode document = unit.get(VERIFICATION).json().path("document").deepCopy();
        document.remove("assets");
        document.put("reason", "已办理变更登记。");
        var changed = document.putArray("changed");
        for (var field : marked) {
            changed.add(field);
        }
        return document;
    }

    private static void save(Api unit, ObjectNode document) {
        var saved = unit.put(CHANGE, document);
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }

    @Test
    void a_new_name_holds_once_it_is_approved_and_the_former_one_is_kept() {
        var code = uscc();
        var unit = verified(code);
        var next = "新" + nameOf(code);
        save(unit, change(unit, "contactName").put("name", next));
        assertThat(unit.post(CHANGE + "/submission").violations()).containsExactly("/changed not-marked");
        save(unit, change(unit, "name").put("name", next));
        assertThat(unit.post(CHANGE + "/submission").violations()).containsExactly("/nameChangeProof required");
        save(unit, change(unit, "name").put("name", next).put("nameChangeProof", UnitSteps.file(unit)));
        var asked = unit.post(CHANGE + "/submission");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        assertThat(unit.get(ME).json().path("changePending").asBoolean()).isTrue();
        assertThat(unit.get(ME).json().path("name").asText()).isEqualTo(nameOf(code));
        assertThat(unit.put(CHANGE, change(unit, "name")).code()).isEqualTo("verification-locked");
        assertThat(unit.delete(CHANGE).code()).isEqualTo("verification-locked");

        steps.approve(asked.json().path("id").asText());
        var shown = unit.get(ME).json();
        assertThat(shown.path("name").asText()).isEqualTo(next);
        assertThat(shown.path("formerNames").path(0).asText()).isEqualTo(nameOf(code));
        assertThat(shown.path("changePending").asBoolean()).isFalse();
        assertThat(inbox(unit)).filteredOn("您提交的单位实名认证信息已审核通过"::equals).hasSize(2);
        assertThat(unit.get(VERIFICATION).json().at("/document/name").asText()).isEqualTo(next);
    }

    @Test
    void while_it_is_in_review_drafts_go_on_and_new_filings_wait() {
        var unit = verified(uscc());
        save(unit, change(unit, "contactName").put("contactName", "周明远"));
        var asked = unit.post(CHANGE + "/submission");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        var draft = unit.post(OWN + "/products");
        assertThat(draft.status()).isEqualTo(201);
        var submission = OWN + "/products/" + draft.json().path("id").asText() + "/submit";
        assertThat(unit.post(submission).code()).isEqualTo("change-pending");
        steps.decide(asked.json().path("id").asText(), "{'decision': 'return', 'reason': '请补充。'}");
        assertThat(unit.post(submission).code()).isEqualTo("filing-not-complete");
        assertThat(unit.get(CHANGE).json().path("reason").asText()).isEqualTo("请补充。");
        assertThat(unit.delete(CHANGE).status()).isEqualTo(204);
        assertThat(unit.get(CHANGE).status()).isEqualTo(404);
        assertThat(unit.delete(CHANGE).status()).isEqualTo(404);
    }

    @Test
    void the_code_stays_and_nothing_changes_before_there_is_a_verified_unit() {
        var newcomer = steps.newcomer();
        assertThat(newcomer.api().put(CHANGE, Api.json("{}")).code()).isEqualTo("verification-required");
        assertThat(newcomer.api().post(CHANGE + "/submission").code()).isEqualTo("verification-required");
        var unit = verified(uscc());
        save(unit, change(unit, "uscc").put("uscc", uscc()));
        assertThat(unit.post(CHANGE + "/submission").violations()).containsExactly("/uscc not-changeable");
    }
}
