package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Persons;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.DomainException;
import org.tongban.identity.IdentitySteps.Known;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A document's validity runs out and is renewed; a closed account gives its phone and number back (ID-2, ID-3). */
@TongbanTest
@Tag("ID-2")
class RenewalTest {
    private static final String RENEWALS = PERSONS + "/me/id-renewals";

    private final IdentitySteps steps;
    private final Tongban tongban;

    RenewalTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    @AfterEach
    void today() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private static Answer renewed(Api person, String validTo) {
        var image =
                person.bytes("POST", PLATFORM + "/files?slot=identity/id-page", IdentitySteps.picture(), "image/jpeg");
        assertThat(image.status()).as(image.toString()).isEqualTo(201);
        return person.post(
                RENEWALS,
                object().put("idValidFrom", "2026-11-01")
                        .put("idValidTo", validTo)
                        .put("documentImage", image.json().path("id").asText()));
    }

    private void run(String task) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals(task))
                .forEach(TaskBody::run);
    }

    @Test
    void an_expired_id_hinders_everything_but_its_own_renewal() {
        var person = steps.person("2026-11-30");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        var api = steps.as(person);
        var own = api.get(PERSONS + "/me").json();
        assertThat(own.path("idExpired").asBoolean()).isTrue();
        var id = UUID.fromString(own.path("id").asText());
        var persons = tongban.context().getBean(Persons.class);
        assertThatThrownBy(() -> persons.requireValidId(id))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code().code()).isEqualTo("id-expired"));

        var asked = renewed(api, "2046-11-01");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(renewed(api, "2046-11-01").code()).isEqualTo("renewal-in-review");
        steps.decide(asked.json().path("id").asText(), "{'decision': 'approve'}");
        assertThat(api.get(PERSONS + "/me").json().path("idValidTo").asText()).isEqualTo("2046-11-01");
        assertThat(api.get(RENEWALS).json().path("items").findValuesAsText("state"))
                .containsExactly("approved");
        persons.requireValidId(id);
    }

    @Test
    void a_renewal_that_is_rejected_changes_nothing_and_says_why() {
        var person = steps.person();
        var api = steps.as(person);
        var asked = renewed(api, "2046-11-01");
        steps.decide(asked.json().path("id").asText(), "{'decision': 'reject', 'reason': '图片不清晰。'}");
        var shown = api.get(RENEWALS).json().path("items").path(0);
        assertThat(shown.path("state").asText()).isEqualTo("rejected");
        assertThat(shown.path("reason").asText()).isEqualTo("图片不清晰。");
        assertThat(api.get(PLATFORM + "/me/messages").text()).contains(person.name() + "的证件有效期更新（");
        assertThat(api.get(PERSONS + "/me").json().path("idValidTo").asText()).isEqualTo("2038-05-20");
    }

    @Test
    void a_renewal_needs_an_image_of_ones_own_and_days_that_are_not_over() {
        var api = steps.as(steps.person());
        var refused = api.post(
                RENEWALS,
                object().put("idValidFrom", "2018-05-20")
                        .put("idValidTo", "2026-11-01")
                        .put("documentImage", "019a0000-0000-7000-8000-000000000001"));
        assertThat(refused.violations())
                .contains("/idValidTo id-expired")
                .anyMatch(violation -> violation.startsWith("/documentImage "));
    }

    @Test
    void who_is_to_renew_is_told_once() {
        var person = steps.person("2026-12-10");
        run("identity.remind-of-expiry");
        run("identity.remind-of-expiry");
        var told = steps.as(person).get(PLATFORM + "/me/messages").json().path("items");
        assertThat(told.findValuesAsText("text"))
                .filteredOn(text -> text.contains("2026-12-10"))
                .hasSize(1);
    }

    @Test
    @Tag("ID-3")
    void phone_and_number_of_a_closed_account_are_free_after_thirty_days() {
        var person = steps.person();
        var closed = steps.as(person).post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
        assertThat(closed.status()).as(closed.toString()).isEqualTo(204);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(29)));
        run("identity.free-closed-persons");
        assertThat(again(person).code()).isIn("phone-taken", "id-number-taken");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(31)));
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            run("identity.free-closed-persons");
            return again(person).status() == 201;
        });
    }

    private Answer again(Known person) {
        steps.forgetCodes();
        return tongban.anonymous()
                .post(PERSONS, steps.personForm(person.phone(), steps.personProof(person.phone()), person.idNumber()));
    }
}
