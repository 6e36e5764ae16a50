package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.IdentitySteps.ORGANISATIONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentitySteps.Firm;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation changes its data, at once where the registry bears it out and after a review where not (ID-8). */
@TongbanTest
@Tag("ID-8")
class ChangeTest {
    private static final String CHANGES = ORGANISATIONS + "/me/changes";

    private final IdentitySteps steps;

    ChangeTest(Tongban tongban) {
        this.steps = new IdentitySteps(tongban);
    }

    /** An organisation that may do business. */
    private Api open(Firm firm) {
        var person = steps.person();
        steps.forgetCodes();
        assertThat(steps.link(steps.as(firm), person).status()).isEqualTo(201);
        return steps.as(firm);
    }

    private static ObjectNode form(ObjectNode changed) {
        ObjectNode form = object().put("reason", "已办理变更登记。");
        form.set("changed", changed);
        return form;
    }

    private static String proof(Api api) {
        var stored =
                api.bytes("POST", PLATFORM + "/files?slot=identity/certificate", IdentitySteps.picture(), "image/jpeg");
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        return stored.json().path("id").asText();
    }

    @Test
    void what_the_registry_bears_out_holds_at_once_and_the_former_name_is_kept() {
        var firm = steps.organisation();
        var api = open(firm);
        var next = "新" + IdentitySteps.nameOf(firm.uscc());
        steps.inRegistry(firm.uscc(), next, firm.representative());
        var changed = api.post(CHANGES, form(object().put("name", next).put("address", "示例路9号")));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(201);
        assertThat(changed.json().path("state").asText()).isEqualTo("applied");
        var own = api.get(ORGANISATIONS + "/me").json();
        assertThat(own.path("name").asText()).isEqualTo(next);
        assertThat(own.path("address").asText()).isEqualTo("示例路9号");
        assertThat(own.path("formerNames").path(0).asText()).isEqualTo(IdentitySteps.nameOf(firm.uscc()));
        assertThat(api.get(PLATFORM + "/me/messages").text()).contains("单位信息变更已生效");
        assertThat(steps.stored.events(own.path("id").asText()))
                .last()
                .satisfies(told -> assertThat(told)
                        .startsWith("identity.organisation-changed")
                        .contains(next, IdentitySteps.nameOf(firm.uscc()), IdentitySteps.REPRESENTATIVE));
    }

    @Test
    void what_it_does_not_bear_out_needs_a_proof_and_an_officer() {
        var api = open(steps.organisation());
        var number = idNumber();
        var wanted = form(object().put("legalRepName", "李大山").put("legalRepIdNumber", number));
        assertThat(api.post(CHANGES, wanted).violations()).containsExactly("/proof required");
        var asked = api.post(CHANGES, wanted.put("proof", proof(api)));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.json().path("state").asText()).isEqualTo("in-review");
        var again = form(object().put("address", "示例路8号"));
        assertThat(api.post(CHANGES, again).code()).isEqualTo("change-in-review");
        assertThat(api.get(ORGANISATIONS + "/me").json().path("legalRepName").asText())
                .isEqualTo(IdentitySteps.REPRESENTATIVE);
        steps.decide(asked.json().path("id").asText(), "{'decision': 'approve'}");
        var own = api.get(ORGANISATIONS + "/me").json();
        assertThat(own.path("legalRepName").asText()).isEqualTo("李大山");
        assertThat(own.path("level").asText()).isEqualTo("manually-verified");
        assertThat(own.toString()).doesNotContain(number);
    }

    @Test
    void a_change_that_is_rejected_changes_nothing_and_says_why() {
        var api = open(steps.organisation());
        var wanted = form(object().put("legalPersonType", "public-institution")).put("proof", proof(api));
        var asked = api.post(CHANGES, wanted);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        steps.decide(asked.json().path("id").asText(), "{'decision': 'reject', 'reason': '证明不符。'}");
        assertThat(api.get(PLATFORM + "/me/messages").text()).contains("的单位信息变更（");
        var shown = api.get(CHANGES).json().path("items").path(0);
        assertThat(shown.path("state").asText()).isEqualTo("rejected");
        assertThat(shown.path("decision").asText()).isEqualTo("证明不符。");
        assertThat(api.get(ORGANISATIONS + "/me").json().path("legalPersonType").asText())
                .isEqualTo("enterprise");
    }

    @Test
    void a_change_is_the_organisations_own_whoever_handles_its_business_when_it_is_decided() {
        var firm = steps.organisation();
        var api = open(firm);
        var wanted = form(object().put("legalPersonType", "public-institution")).put("proof", proof(api));
        var asked = api.post(CHANGES, wanted);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(api.delete(IdentitySteps.LINKS + "/current").status()).isEqualTo(200);
        var shut = steps.as(firm);
        assertThat(shut.post(CHANGES, wanted).code()).isEqualTo("change-in-review");
        steps.decide(asked.json().path("id").asText(), "{'decision': 'approve'}");
        var own = shut.get(ORGANISATIONS + "/me").json();
        assertThat(own.path("legalPersonType").asText()).isEqualTo("public-institution");
        assertThat(own.path("level").asText()).isEqualTo("manually-verified");
        assertThat(shut.get(PLATFORM + "/me/cases").code()).isEqualTo("handler-required");
        assertThat(steps.stored.events(own.path("id").asText()))
                .anyMatch(told ->
                        told.startsWith("identity.organisation-verified") && told.contains("manually-verified"));
    }

    @Test
    @Tag("ID-6")
    void what_the_registry_bears_out_changes_before_there_is_a_handler() {
        var firm = steps.organisation();
        var next = "新" + IdentitySteps.nameOf(firm.uscc());
        steps.inRegistry(firm.uscc(), next, firm.representative());
        var changed = steps.as(firm).post(CHANGES, form(object().put("name", next)));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(201);
        assertThat(changed.json().path("state").asText()).isEqualTo("applied");
    }

    @Test
    void open_business_keeps_the_account_from_being_closed() {
        var firm = steps.organisation();
        var api = open(firm);
        var wanted = form(object().put("legalPersonType", "public-institution")).put("proof", proof(api));
        assertThat(api.post(CHANGES, wanted).status()).isEqualTo(201);
        var closing = object().put("password", IdentitySteps.PASSWORD);
        assertThat(api.post(PLATFORM + "/me/closure", closing).code()).isEqualTo("open-business");
    }
}
