package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.IdentitySteps.LINKS;
import static org.tongban.identity.IdentitySteps.ORGANISATIONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.identity.IdentitySteps.Firm;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;

/** While the registry of businesses is away, an officer looks at who registers, where the installation says so (CO-75). */
@Tag("CO-75")
@Tag("ID-5")
@Tag("ID-8")
class RegistryAwayTest {
    private static LoopbackGateway gateway;
    private static Tongban tongban;
    private static IdentitySteps steps;

    @BeforeAll
    static void start(@TempDir Path data) {
        gateway = new LoopbackGateway();
        gateway.answers(500, "");
        tongban = Tongban.start(
                Tongban.running().servers(),
                data,
                Map.of(
                        // The same passwords: others would end the sessions of the server that all tests share.
                        "platform.demo-accounts-file",
                        Tongban.running().context().getRequiredProperty("platform.demo-accounts-file", String.class),
                        "platform.registries.business.url",
                        gateway.url(),
                        "platform.registries.business.read-timeout",
                        "1500ms",
                        "platform.registries.business.manual-review-when-away",
                        true,
                        "platform.tasks.enabled",
                        false));
        steps = new IdentitySteps(tongban);
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        gateway.close();
    }

    private static String registered(Firm firm) {
        var form = steps.organisationForm(
                firm.uscc(), firm.representative(), firm.phone(), steps.organisationProof(firm.phone()));
        var made = tongban.anonymous().post(ORGANISATIONS, form);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("inReview").asBoolean()).isTrue();
        return tongban.context()
                .getBean(OrganisationDirectory.class)
                .findByUscc(firm.uscc())
                .orElseThrow()
                .id()
                .toString();
    }

    private static Firm firm() {
        return new Firm(Fresh.uscc(), idNumber(), phone());
    }

    @Test
    void who_registers_meanwhile_has_no_business_before_an_officer_agrees_linked_or_not() {
        var firm = firm();
        var id = registered(firm);
        var api = steps.as(firm);
        assertThat(api.get(ORGANISATIONS + "/me").json().path("level").asText()).isEqualTo("declared");
        var handler = steps.person();
        steps.forgetCodes();
        assertThat(steps.link(api, handler).json().path("state").asText()).isEqualTo("active");
        assertThat(steps.as(firm).get(PLATFORM + "/me/cases").code()).isEqualTo("handler-required");
        steps.decide(id, "{'decision': 'approve'}");
        var open = steps.as(firm);
        assertThat(open.get(PLATFORM + "/me/cases").status()).isEqualTo(200);
        assertThat(open.get(ORGANISATIONS + "/me").json().path("level").asText())
                .isEqualTo("manually-verified");
        assertThat(open.get(LINKS).json().path("items").findValuesAsText("state"))
                .containsExactly("active");
    }

    @Test
    void one_that_an_officer_rejects_is_told_so_and_may_register_again() {
        var firm = firm();
        var id = registered(firm);
        steps.decide(id, "{'decision': 'reject', 'reason': '登记机关查无此单位。'}");
        assertThat(steps.signIn(IdentityRealms.ORGANISATION, firm.uscc()).code())
                .isEqualTo("sign-in-failed");
        var told = StreamSupport.stream(tongban.outbox().spliterator(), false)
                .filter(message -> message.path("to").asText().equals("+86" + firm.phone()))
                .map(message -> message.path("text").asText());
        assertThat(told).anyMatch(text -> text.contains("登记机关查无此单位"));
        steps.forgetCodes();
        assertThat(registered(firm)).isEqualTo(id);
    }
}
