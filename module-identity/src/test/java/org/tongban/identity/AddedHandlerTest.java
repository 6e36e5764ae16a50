package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.DecidingSteps.ACCOUNTS;
import static org.tongban.identity.DecidingSteps.username;
import static org.tongban.identity.IdentitySteps.PERSONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Those who decide in an organisation add accounts of its handlers (ID-19). */
@TongbanTest
@Tag("ID-19")
class AddedHandlerTest {
    private static final String BUSINESS = PLATFORM + "/me/cases";

    private final DecidingSteps deciding;

    AddedHandlerTest(Tongban tongban) {
        this.deciding = new DecidingSteps(tongban);
    }

    /** What adds a handler. */
    static ObjectNode form(String username, String phone) {
        return object().put("username", username)
                .put("name", Fresh.name())
                .put("idType", "resident-id")
                .put("idNumber", Fresh.idNumber())
                .put("phone", phone);
    }

    @Test
    @Tag("CO-23")
    void an_administrator_adds_a_handler_who_comes_in_by_a_code_and_chooses_a_password() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var name = username();
        var phone = Fresh.phone();
        var added = api.post(ACCOUNTS, form(name, phone));
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        assertThat(added.json().path("state").asText()).isEqualTo("active");
        assertThat(deciding.wasSent(phone, unit.name() + "已将您登记为经办人")).isTrue();
        assertThat(deciding.steps.signIn(IdentityRealms.HANDLER, name).code()).isEqualTo("sign-in-failed");
        assertThat(deciding.firstSignIn(name, phone).get(BUSINESS).status()).isEqualTo(200);
        var list = api.get(ACCOUNTS + "?state=active").json().path("items");
        assertThat(list).hasSize(2);
        assertThat(list.toString()).doesNotContain(phone).contains(name, phone.substring(7));
    }

    @Test
    @Tag("ID-16")
    void adding_refuses_an_applicant_a_taken_phone_a_taken_username_and_what_is_malformed() {
        var unit = deciding.unit();
        var administrator = deciding.administrator(unit);
        var api = deciding.as(administrator);
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant);
        var applied = api.post(ACCOUNTS, form(username(), Fresh.phone()).put("idNumber", applicant.idNumber()));
        assertThat(applied.status()).isEqualTo(409);
        assertThat(applied.code()).isEqualTo("approve-pending-application");
        assertThat(applied.json().path("application").asText())
                .isEqualTo(application.id().toString());
        assertThat(api.post(ACCOUNTS, form(username(), applicant.phone())).code())
                .isEqualTo("phone-taken-in-organisation");
        assertThat(api.post(ACCOUNTS, form(administrator.username(), Fresh.phone()))
                        .code())
                .isEqualTo("login-taken");
        var wrong = form("12345678", "12345678901").put("idNumber", "110105194912310021");
        assertThat(api.post(ACCOUNTS, wrong).violations())
                .anyMatch(violation -> violation.startsWith("/username"))
                .anyMatch(violation -> violation.startsWith("/phone"))
                .anyMatch(violation -> violation.startsWith("/idNumber"));
        var elsewhere = deciding.as(deciding.administrator(deciding.unit()));
        assertThat(elsewhere.post(ACCOUNTS, form(username(), applicant.phone())).status())
                .isEqualTo(201);
        var handler = deciding.as(deciding.active(unit, Authority.HANDLER));
        assertThat(handler.post(ACCOUNTS, form(username(), Fresh.phone())).code())
                .isEqualTo("not-an-approver");
    }

    @Test
    @Tag("ID-16")
    void of_32_handlers_added_with_one_phone_one_is() throws Exception {
        var api = deciding.as(deciding.administrator(deciding.unit()));
        var phone = Fresh.phone();
        var answers = DecidingSteps.together(IntStream.range(0, 32)
                .<Callable<Answer>>mapToObj(i -> {
                    var form = form(username(), phone);
                    return () -> api.post(ACCOUNTS, form);
                })
                .toList());
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("phone-taken-in-organisation"));
    }

    @Test
    @Tag("ID-2")
    void adding_refuses_a_person_whose_id_has_expired() {
        var person = deciding.steps.person("2026-11-30");
        var api = deciding.as(deciding.administrator(deciding.unit()));
        var form = form(username(), Fresh.phone()).put("name", person.name()).put("idNumber", person.idNumber());
        deciding.steps.tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        try {
            assertThat(api.post(ACCOUNTS, form).code()).isEqualTo("id-expired");
        } finally {
            deciding.steps.tongban.clock().moveTo(Tongban.MOMENT);
        }
        assertThat(api.post(ACCOUNTS, form).status()).isEqualTo(201);
    }

    @Test
    @Tag("ID-41")
    void who_was_named_by_others_acts_as_nobody_whom_another_account_knows() {
        var person = deciding.steps.person();
        var unit = deciding.unit();
        var name = username();
        var phone = Fresh.phone();
        var form = form(name, phone).put("name", person.name()).put("idNumber", person.idNumber());
        assertThat(deciding.as(deciding.administrator(unit))
                        .post(ACCOUNTS, form)
                        .status())
                .isEqualTo(201);
        deciding.firstSignIn(name, phone);
        var acts = Claims.of(deciding.steps
                        .signIn(IdentityRealms.HANDLER, name)
                        .json()
                        .path("accessToken")
                        .asText())
                .path("person")
                .asText();
        assertThat(acts).isNotEmpty();
        assertThat(acts)
                .isNotEqualTo(deciding.steps
                        .as(person)
                        .get(PERSONS + "/me")
                        .json()
                        .path("id")
                        .asText());
    }
}
