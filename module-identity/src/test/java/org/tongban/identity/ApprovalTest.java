package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.DecidingSteps.APPLICATIONS;
import static org.tongban.identity.IdentitySteps.PLATFORM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.application.ApplicationMove;
import org.tongban.identity.application.Applications;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Those who may decide on who handles their organisation's business, and nobody else does (ID-15). */
@TongbanTest
@Tag("ID-15")
class ApprovalTest {
    private static final String BUSINESS = PLATFORM + "/me/cases";

    private final DecidingSteps deciding;
    private final Tongban tongban;

    ApprovalTest(Tongban tongban) {
        this.tongban = tongban;
        this.deciding = new DecidingSteps(tongban);
    }

    @Test
    @Tag("ID-14")
    void an_approver_sees_the_applications_and_approves_one_by_the_own_face() {
        var unit = deciding.unit();
        var approver = deciding.active(unit, Authority.REPRESENTATIVE);
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant);
        var api = deciding.as(approver);
        assertThat(deciding.as(applicant).get(BUSINESS).code()).isEqualTo("account-awaiting");

        var list = api.get(APPLICATIONS + "?state=pending").json().path("items");
        assertThat(list).hasSize(1);
        assertThat(list.path(0).path("name").asText()).isEqualTo(applicant.name());
        assertThat(list.toString()).doesNotContain(applicant.idNumber()).doesNotContain(applicant.phone());
        var shown = api.get(APPLICATIONS + "/" + application.id());
        assertThat(shown.json().path("phone").asText())
                .as(shown.toString())
                .endsWith(applicant.phone().substring(7));
        assertThat(shown.text()).doesNotContain(applicant.idNumber()).doesNotContain(applicant.phone());

        var approved = deciding.approve(api, application.id(), deciding.face(api, approver));
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(approved.json().path("state").asText()).isEqualTo("approved");
        assertThat(deciding.as(applicant).get(BUSINESS).status()).isEqualTo(200);
        assertThat(deciding.wasSent(applicant.phone(), unit.name() + "的经办人申请已通过"))
                .isTrue();
        assertThat(api.get(APPLICATIONS + "?state=pending").json().path("items"))
                .isEmpty();
        assertThat(api.get(APPLICATIONS + "?state=waiting").status()).isEqualTo(400);
    }

    @Test
    @Tag("ID-16")
    @Tag("ID-18")
    void a_rejection_needs_a_reason_alone_and_frees_phone_and_username_at_once() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant);
        assertThat(deciding.reject(api, application.id(), " ").status()).isEqualTo(400);
        var rejected = deciding.reject(api, application.id(), "非本单位人员");
        assertThat(rejected.status()).as(rejected.toString()).isEqualTo(200);
        assertThat(rejected.json().path("reason").asText()).isEqualTo("非本单位人员");
        assertThat(deciding.wasSent(applicant.phone(), "未通过：非本单位人员")).isTrue();
        assertThat(deciding.rejectedToday(applicant)).isEqualTo(1);
        var again = deciding.waiting(unit, applicant.username(), applicant.phone());
        assertThat(again.id()).isNotEqualTo(applicant.id());
        // What has an outcome is told, whatever comes second.
        var late = deciding.reject(api, application.id(), "再次");
        assertThat(late.code()).isEqualTo("application-decided");
        assertThat(late.json().path("state").asText()).isEqualTo("rejected");
    }

    @Test
    @Tag("CO-75")
    void an_approval_needs_a_match_of_the_approvers_own_face_for_it() {
        var unit = deciding.unit();
        var approver = deciding.administrator(unit);
        var other = deciding.administrator(unit);
        var api = deciding.as(approver);
        var application = deciding.application(deciding.waiting(unit)).id();
        var anothers = deciding.as(other);
        var refused = new String[] {
            UUID.randomUUID().toString(),
            deciding.face(anothers, other),
            deciding.steps.matchedFace(api, DecidingSteps.APPROVAL, other.name(), other.idNumber()),
            deciding.steps.matchedFace(api, "identity.enrolment", approver.name(), approver.idNumber())
        };
        for (var face : refused) {
            assertThat(deciding.approve(api, application, face).code()).isEqualTo("face-not-verified");
        }
        var face = deciding.face(api, approver);
        assertThat(deciding.approve(api, application, face).status()).isEqualTo(200);
        var next = deciding.application(deciding.waiting(unit)).id();
        assertThat(deciding.approve(api, next, face).code()).isEqualTo("face-not-verified");
    }

    @Test
    @Tag("ID-2")
    void an_approver_whose_id_is_known_to_have_expired_approves_nothing() {
        var unit = deciding.unit();
        var approver = deciding.administrator(unit);
        var phone = Fresh.phone();
        var form = deciding.steps
                .personForm(phone, deciding.steps.personProof(phone), approver.idNumber())
                .put("name", approver.name())
                .put("idValidTo", "2026-11-30");
        assertThat(tongban.anonymous().post(IdentitySteps.PERSONS, form).status())
                .isEqualTo(201);
        var application = deciding.application(deciding.waiting(unit)).id();
        var api = deciding.as(approver);
        var face = deciding.face(api, approver);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(20)));
        try {
            assertThat(deciding.approve(api, application, face).code()).isEqualTo("id-expired");
            assertThat(deciding.reject(api, application, "证件已过期").status()).isEqualTo(200);
        } finally {
            tongban.clock().moveTo(Tongban.MOMENT);
        }
    }

    @Test
    @Tag("CO-28")
    void who_has_no_authority_is_refused_and_another_organisation_sees_nothing() {
        var unit = deciding.unit();
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant).id();
        var path = APPLICATIONS + "/" + application;
        var handler = deciding.as(deciding.active(unit, Authority.HANDLER));
        assertThat(handler.get(APPLICATIONS).code()).isEqualTo("not-an-approver");
        assertThat(handler.get(path).status()).isEqualTo(403);
        assertThat(deciding.reject(handler, application, "无").code()).isEqualTo("not-an-approver");
        var waiting = deciding.as(applicant);
        assertThat(waiting.get(APPLICATIONS).code()).isEqualTo("account-awaiting");
        assertThat(deciding.approve(waiting, application, UUID.randomUUID().toString())
                        .code())
                .isEqualTo("account-awaiting");
        var stranger = deciding.as(deciding.administrator(deciding.unit()));
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(deciding.reject(stranger, application, "无").status()).isEqualTo(404);
        assertThat(stranger.get(APPLICATIONS).json().path("items")).isEmpty();
    }

    @Test
    @Tag("ID-14")
    void an_application_that_lapsed_meanwhile_is_told() {
        var unit = deciding.unit();
        var approver = deciding.administrator(unit);
        var application = deciding.application(deciding.waiting(unit));
        deciding.write(() -> tongban.context()
                .getBean(Applications.class)
                .decide(application, ApplicationMove.LAPSE, IdentityActor.PLATFORM, null, null));
        var api = deciding.as(approver);
        var told = deciding.approve(api, application.id(), deciding.face(api, approver));
        assertThat(told.code()).isEqualTo("application-decided");
        assertThat(told.json().path("state").asText()).isEqualTo("lapsed");
    }

    @Test
    void of_32_decisions_on_one_application_one_holds_and_the_others_learn_which() throws Exception {
        var unit = deciding.unit();
        var applicant = deciding.waiting(unit);
        var application = deciding.application(applicant).id();
        var first = deciding.administrator(unit);
        var second = deciding.administrator(unit);
        var requests = new ArrayList<Callable<Answer>>();
        for (var approver : new DecidingSteps.User[] {first, second}) {
            var api = deciding.as(approver);
            for (int i = 0; i < 8; i++) {
                var face = deciding.face(api, approver);
                requests.add(() -> deciding.approve(api, application, face));
                requests.add(() -> deciding.reject(api, application, "非本单位人员"));
            }
        }
        var answers = DecidingSteps.together(requests);
        var held = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(held).hasSize(1);
        var outcome = held.getFirst().json().path("state").asText();
        assertThat(answers.stream().filter(answer -> answer.status() != 200)).allSatisfy(answer -> {
            assertThat(answer.code()).isEqualTo("application-decided");
            assertThat(answer.json().path("state").asText()).isEqualTo(outcome);
        });
        var state = deciding.as(first)
                .get(DecidingSteps.ACCOUNTS + "/" + applicant.id())
                .json()
                .path("state")
                .asText();
        assertThat(state).isEqualTo(outcome.equals("approved") ? "active" : "closed");
    }
}
