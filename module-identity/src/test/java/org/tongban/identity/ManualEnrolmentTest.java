package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;
import static org.tongban.identity.ManualSteps.ENROLMENTS;
import static org.tongban.identity.ManualSteps.NON_MAINLAND;
import static org.tongban.identity.ManualSteps.PROJECTS;
import static org.tongban.identity.ManualSteps.projectCode;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;
import org.tongban.identity.ManualSteps.Applicant;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Units without a credit code: an officer compares their papers, and their handler waits (ID-25, ID-26). */
@TongbanTest
@Tag("ID-25")
class ManualEnrolmentTest {
    private final IdentitySteps steps;
    private final ManualSteps manual;
    private final Tongban tongban;

    ManualEnrolmentTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
        this.manual = new ManualSteps(steps);
    }

    @AfterEach
    void today() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private Authority authority(String account) {
        var handlers = tongban.context().getBean(HandlerAccounts.class);
        return tongban.context()
                .getBean(Transactions.class)
                .read(() -> handlers.find(UUID.fromString(account)))
                .orElseThrow()
                .authority();
    }

    private void lapse() {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals("identity.lapse-manual-enrolments"))
                .forEach(TaskBody::run);
    }

    @Test
    void who_has_handed_in_signs_in_sees_the_result_and_does_nothing_else_before_it_passes() {
        var applicant = Applicant.fresh();
        var enrolled = manual.enrolled(NON_MAINLAND, manual.nonMainland(applicant));
        assertThat(enrolled.path("message").asText()).isEqualTo("您的信息已提交!将于1个工作日内完成比对,请耐心等待。您可以使用刚才设置的用户名密码登陆,查看比对结果");
        assertThat(enrolled.path("number").asText()).startsWith("RJ2026-");
        var id = enrolled.path("id").asText();
        var api = manual.as(applicant);
        var own = api.get(ENROLMENTS + "/" + id).json();
        assertThat(own.path("state").asText()).isEqualTo("in-review");
        assertThat(own.path("unit").path("nameZh").asText()).isEqualTo("南洋仪器有限公司");
        assertThat(own.toString()).doesNotContain(applicant.idNumber(), applicant.phone());
        var account = api.get("/api/identity/v1/handler-accounts/me").json();
        assertThat(account.path("next").asText()).isEqualTo("review");
        assertThat(account.path("manual").path("link").asText()).isEqualTo(ENROLMENTS + "/" + id);
        assertThat(account.has("organisation")).isFalse();
        var closed = api.get(PLATFORM + "/me/cases");
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.code()).isEqualTo("account-awaiting");

        var review = manual.review(id);
        assertThat(review.path("dueOn").asText()).isEqualTo("2026-11-23");
        assertThat(review.path("outcomes").toString()).isEqualTo("[\"approve\",\"return\"]");
        assertThat(review.path("checklist").findValuesAsText("id"))
                .containsExactly("legible", "unaltered", "unit", "handler");
        assertThat(review.path("snapshot").toString())
                .doesNotContain(applicant.idNumber(), applicant.phone(), IdentitySteps.PASSWORD, "office@");

        steps.decide(id, "{'decision': 'approve'}");
        api = manual.as(applicant);
        assertThat(api.get(PLATFORM + "/me/cases").status()).isEqualTo(200);
        assertThat(api.get(PLATFORM + "/me/messages").text()).contains("您提交的单位信息比对通过，可直接登录。");
        assertThat(api.get("/api/identity/v1/handler-accounts/me")
                        .json()
                        .path("organisation")
                        .path("name")
                        .asText())
                .startsWith("南洋仪器有限公司");
        var passed = api.get(ENROLMENTS + "/" + id).json();
        assertThat(passed.path("state").asText()).isEqualTo("passed");
        var unit = UUID.fromString(passed.path("organisation").asText());
        var directory = tongban.context().getBean(OrganisationDirectory.class);
        assertThat(directory.find(unit).orElseThrow().name()).isEqualTo("南洋仪器有限公司(Nanyang Instruments Pte. Ltd.)");
        assertThat(directory.standing(unit).level()).isEqualTo(Level.MANUALLY_VERIFIED);
        assertThat(authority(enrolled.path("account").asText())).isEqualTo(Authority.ADMINISTRATOR);
        assertThat(api.get(PLATFORM + "/me").json().path("organisation").toString())
                .contains(unit.toString());
    }

    @Test
    @Tag("CO-46b")
    void who_is_returned_reads_why_uploads_again_and_the_officer_sees_what_is_other() {
        var applicant = Applicant.fresh();
        var id = manual.enrolled(NON_MAINLAND, manual.nonMainland(applicant))
                .path("id")
                .asText();
        steps.decide(
                id,
                "{'decision': 'return', 'reason': '开业证书不清晰。',"
                        + " 'remarks': [{'pointer': '/enrolment/incorporationCertificate', 'text': '请重新拍摄。'}]}");
        var api = manual.as(applicant);
        var returned = api.get(ENROLMENTS + "/" + id).json();
        assertThat(returned.path("state").asText()).isEqualTo("returned");
        assertThat(returned.path("reason").asText()).isEqualTo("开业证书不清晰。");
        assertThat(returned.path("remarks").findValuesAsText("text")).contains("请重新拍摄。");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tongban.outbox().toString().contains("比对未通过：开业证书不清晰，请重新上传资料。"));
        assertThat(api.get("/api/identity/v1/handler-accounts/me")
                        .json()
                        .path("next")
                        .asText())
                .isEqualTo("resubmission");
        var image = api.bytes(
                "POST",
                ENROLMENTS + "/" + id + "/files?slot=identity/incorporation-page",
                IdentitySteps.picture(),
                "image/jpeg");
        assertThat(image.status()).as(image.toString()).isEqualTo(201);
        var unit = object().put("nameZh", "南洋精密仪器有限公司")
                .put("nameEn", "Nanyang Instruments Pte. Ltd.")
                .put("country", "SG")
                .put("registrationNumber", "20191" + applicant.phone())
                .put("incorporationCertificate", image.json().path("id").asText())
                .put(
                        "handlerIdImage",
                        returned.path("unit").path("handlerIdImage").asText());
        var again = manual.resubmit(api, id, "non-mainland", unit);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json().path("state").asText()).isEqualTo("in-review");
        var changes = tongban.as("identity-reviewer")
                .get(PLATFORM + "/reviews/" + manual.review(id).path("id").asText() + "/changes")
                .json();
        assertThat(changes.path("fields").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/enrolment/nameZh", "/enrolment/country", "/enrolment/registrationNumber");
        assertThat(changes.path("files").findValuesAsText("pointer"))
                .containsExactly("/enrolment/incorporationCertificate");
        steps.decide(id, "{'decision': 'approve'}");
        var found = tongban.context().getBean(OrganisationDirectory.class).findByCode("20191" + applicant.phone());
        assertThat(found)
                .singleElement()
                .satisfies(one -> assertThat(one.code().text()).isEqualTo("SG 20191" + applicant.phone()));
        assertThat(manual.resubmit(manual.as(applicant), id, "non-mainland", unit)
                        .code())
                .isEqualTo("illegal-move");
    }

    @Test
    @Tag("ID-26")
    @Tag("ID-9")
    void a_second_applicant_of_a_project_gets_an_account_of_the_same_unit() {
        var code = projectCode();
        var founder = Applicant.fresh();
        var first = manual.enrolled(PROJECTS, manual.project(founder, code));
        assertThat(first.path("number").asText()).startsWith("RX2026-");
        var id = first.path("id").asText();
        var review = manual.review(id);
        assertThat(review.path("region").asText()).isEqualTo("330000");
        assertThat(review.path("snapshot").has("known")).isFalse();
        assertThat(review.path("checklist").findValuesAsText("id"))
                .containsExactly("legible", "unaltered", "seal", "name", "code", "particulars");
        steps.decide(id, "{'decision': 'approve'}");

        assertThat(manual.enrol(PROJECTS, manual.project(Applicant.fresh().withPhone(founder.phone()), code))
                        .code())
                .isEqualTo("phone-taken-in-organisation");
        var second = manual.enrolled(PROJECTS, manual.project(Applicant.fresh(), code));
        var known = manual.review(second.path("id").asText()).path("snapshot").path("known");
        assertThat(known.path("code").asText()).isEqualTo(code);
        assertThat(known.path("administrators").asInt()).isEqualTo(1);
        steps.decide(second.path("id").asText(), "{'decision': 'approve'}");
        assertThat(authority(first.path("account").asText())).isEqualTo(Authority.ADMINISTRATOR);
        assertThat(authority(second.path("account").asText())).isEqualTo(Authority.HANDLER);
        assertThat(tongban.context().getBean(OrganisationDirectory.class).findByCode(code))
                .hasSize(1);
    }

    @Test
    @Tag("ID-26")
    void who_can_show_a_credit_code_is_told_where_to_go_on_and_nothing_is_kept() {
        var applicant = Applicant.fresh();
        var form = manual.project(applicant, projectCode());
        var told = manual.enrol(PROJECTS, form.deepCopy().put("canProvideUscc", true));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.code()).isEqualTo("ordinary-unit");
        assertThat(told.json().path("form").asText()).isEqualTo("identity/enrol-in-province@1");
        assertThat(steps.signIn(IdentityRealms.HANDLER, applicant.username()).status())
                .isEqualTo(401);
        manual.enrolled(PROJECTS, form);
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-17")
    void a_unit_has_one_pending_application_a_person_and_one_account_a_phone() {
        var code = projectCode();
        var applicant = Applicant.fresh();
        manual.enrolled(PROJECTS, manual.project(applicant, code));
        var other = Applicant.fresh();
        var samePerson = new Applicant(applicant.name(), applicant.idNumber(), other.phone(), other.username());
        assertThat(manual.enrol(PROJECTS, manual.project(samePerson, code)).code())
                .isEqualTo("application-pending");
        assertThat(manual.enrol(PROJECTS, manual.project(Applicant.fresh().withPhone(applicant.phone()), code))
                        .code())
                .isEqualTo("phone-taken-in-organisation");
        manual.enrolled(PROJECTS, manual.project(samePerson, projectCode()));
    }

    @Test
    void what_nobody_comes_back_to_lapses_and_phone_and_username_are_free() {
        var applicant = Applicant.fresh();
        var code = projectCode();
        var id = manual.enrolled(PROJECTS, manual.project(applicant, code))
                .path("id")
                .asText();
        steps.decide(id, "{'decision': 'return', 'reason': '没有盖章。'}");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(29)));
        lapse();
        assertThat(manual.as(applicant)
                        .get(ENROLMENTS + "/" + id)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("returned");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(31)));
        lapse();
        assertThat(steps.signIn(IdentityRealms.HANDLER, applicant.username()).status())
                .isEqualTo(401);
        manual.enrolled(PROJECTS, manual.project(applicant, code));
    }

    @Test
    void who_closes_the_account_gives_up_what_was_returned() {
        var applicant = Applicant.fresh();
        var code = projectCode();
        var id = manual.enrolled(PROJECTS, manual.project(applicant, code))
                .path("id")
                .asText();
        Api api = manual.as(applicant);
        var closing = object().put("password", IdentitySteps.PASSWORD);
        assertThat(api.post(PLATFORM + "/me/closure", closing).code()).isEqualTo("open-business");
        steps.decide(id, "{'decision': 'return', 'reason': '没有盖章。'}");
        var closed = manual.as(applicant).post(PLATFORM + "/me/closure", closing);
        assertThat(closed.status()).as(closed.toString()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        manual.enrol(PROJECTS, manual.project(applicant, code)).status() == 201);
    }
}
