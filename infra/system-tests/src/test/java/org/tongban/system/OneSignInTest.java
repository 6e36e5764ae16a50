package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.SampleAccounts;
import org.tongban.testkit.Api;
import org.tongban.testkit.Checklists;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** An organisation that module-identity knows works in another programme by the same sign-in (ID-41). */
@TongbanTest
@Tag("ID-41")
class OneSignInTest {
    private static final String ME = Filings.OWN + "/units/me";

    private final Tongban tongban;

    OneSignInTest(Tongban tongban) {
        tongban.clock().moveTo(Tongban.MOMENT);
        this.tongban = tongban;
    }

    private void approve(String verification) {
        var reviewer = tongban.as("reviewer");
        var path = Filings.PLATFORM + "/reviews/"
                + new Filings(reviewer, reviewer, reviewer, "", "").reviewOf(verification);
        Filings.ok(reviewer.post(path + "/claim"));
        Filings.ok(reviewer.post(
                path + "/decision", Checklists.ticked(reviewer, path, Api.json("{'decision': 'approve'}"))));
    }

    @Test
    @Tag("PF-5")
    @Tag("PF-7")
    void who_is_linked_with_a_handler_is_verified_and_files_without_registering_again() {
        var enterprise = new Enterprise(tongban, "91330108MA5000014C", "330106195003070016", "330106195103070021", 1)
                .inRegistry();
        var api = enterprise.linked();
        var unit = Filings.ok(api.get(ME)).json();
        assertThat(unit.path("state").asText()).isEqualTo("unverified");
        assertThat(unit.path("name").asText()).isEqualTo(enterprise.name());
        assertThat(api.post(Filings.OWN + "/products").code()).isEqualTo("verification-required");
        var organisation = tongban.context().getBean(OrganisationDirectory.class);
        var before = organisation.findByUscc(enterprise.uscc()).orElseThrow();

        approve(enterprise.verifies(api));

        assertThat(Enterprise.inbox(api)).contains("您提交的单位实名认证信息已审核通过");
        assertThat(organisation.findByUscc(enterprise.uscc())).contains(before);
        var draft = Filings.ok(api.post(Filings.OWN + "/products"));
        assertThat(draft.status()).isEqualTo(201);
        var part = Filings.OWN + "/products/" + Filings.value(draft, "id") + "/product";
        var saved = api.with("If-Match", api.get(part).etag()).put(part, Api.json("{'name': '示例检测仪'}"));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        assertThat(tongban.as("unit-b").get(part).status()).isEqualTo(404);
    }

    @Test
    @Tag("ID-9")
    @Tag("CO-25")
    void a_unit_that_has_an_account_there_is_joined_by_a_code_to_its_phone() {
        var enterprise = new Enterprise(tongban, "91330108MA50000227", "330106195203070037", "330106195303070042", 2)
                .inRegistry();
        var phone = "+8613977299999";
        tongban.context()
                .getBean(SampleAccounts.class)
                .put(
                        "filing-unit",
                        "unit-of-two",
                        hash -> new NewAccount(
                                "filing-unit", "unit-of-two", hash, false, null, null, phone, null, Set.of(), null));
        approve(enterprise.verifies(tongban.withToken(tongban.signIn("unit-of-two"))));
        var first = tongban.withToken(tongban.signIn("unit-of-two"));
        var product =
                Filings.OWN + "/products/" + Filings.value(Filings.ok(first.post(Filings.OWN + "/products")), "id");

        var api = enterprise.linked();
        for (var path : List.of(ME, product)) {
            var refused = api.get(path);
            assertThat(refused.code()).isEqualTo("unit-exists");
            assertThat(refused.json().path("link").asText()).isEqualTo(ME + "/joining");
            assertThat(refused.text()).doesNotContain("9999");
        }
        var sent = Filings.ok(api.post(ME + "/joining/codes"));
        assertThat(sent.text()).doesNotContain("9999").doesNotContain("****");
        var proof = Proofs.proof(tongban, api, Filings.value(sent, "id"), phone);
        Filings.ok(
                api.post(ME + "/joining", JsonNodeFactory.instance.objectNode().put("proof", proof)));
        assertThat(api.get(product).status()).isEqualTo(200);
        assertThat(first.get(product).status()).isEqualTo(200);
    }
}
