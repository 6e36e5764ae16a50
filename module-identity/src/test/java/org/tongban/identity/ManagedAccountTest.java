package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.DecidingSteps.ACCOUNTS;
import static org.tongban.identity.DecidingSteps.username;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.DecidingSteps.User;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Those who decide in an organisation change and close the accounts of its handlers (ID-20). */
@TongbanTest
@Tag("ID-20")
class ManagedAccountTest {
    private static final String BUSINESS = PLATFORM + "/me/cases";

    private final DecidingSteps deciding;
    private final Tongban tongban;

    ManagedAccountTest(Tongban tongban) {
        this.tongban = tongban;
        this.deciding = new DecidingSteps(tongban);
    }

    private static Answer grant(Api api, UUID account, String authority) {
        return api.put(ACCOUNTS + "/" + account + "/authority", object().put("authority", authority));
    }

    private static Answer close(Api api, UUID account) {
        return api.post(ACCOUNTS + "/" + account + "/closure");
    }

    @Test
    void a_successor_gets_the_username_by_a_code_and_business_by_the_face() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var former = deciding.active(unit, Authority.HANDLER);
        var left = deciding.as(former);
        var name = Fresh.name();
        var number = Fresh.idNumber();
        var phone = Fresh.phone();
        var path = ACCOUNTS + "/" + former.id() + "/replacement";
        var body = object().put("name", name)
                .put("idType", "resident-id")
                .put("idNumber", number)
                .put("phoneProof", "none");
        assertThat(api.post(path, body).code()).isEqualTo("proof-refused");
        var proof = deciding.changeProof(api, IdentityRealms.HANDLER, phone);
        var replaced = api.post(path, body.put("phoneProof", proof));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(201);
        assertThat(replaced.json().path("state").asText()).isEqualTo("awaiting");
        assertThat(replaced.json().path("username").asText()).isEqualTo(former.username());
        // Who left is out: session, password and account.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> left.get(PLATFORM + "/me").status() == 401);
        assertThat(api.get(ACCOUNTS + "/" + former.id()).json().path("closedBy").asText())
                .isEqualTo("replace");
        assertThat(deciding.wasSent(phone, "已将您登记为经办人")).isTrue();

        var own = deciding.firstSignIn(former.username(), phone);
        assertThat(own.get(BUSINESS).code()).isEqualTo("account-awaiting");
        assertThat(own.get(ACCOUNTS + "/me").json().path("next").asText()).isEqualTo("take-over");
        var over = ACCOUNTS + "/me/take-over";
        var anothers = deciding.steps.matchedFace(own, "identity.enrolment", former.name(), former.idNumber());
        assertThat(own.post(over, object().put("faceVerification", anothers)).code())
                .isEqualTo("face-not-verified");
        var face = deciding.steps.matchedFace(own, "identity.enrolment", name, number);
        var taken = own.post(over, object().put("faceVerification", face));
        assertThat(taken.json().path("state").asText()).as(taken.toString()).isEqualTo("active");
        var open = deciding.steps.signedIn(IdentityRealms.HANDLER, former.username());
        assertThat(open.get(BUSINESS).status()).isEqualTo(200);
        assertThat(open.post(over, object().put("faceVerification", face)).code())
                .isEqualTo("illegal-move");
        assertThat(api.post(over, object().put("faceVerification", face)).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("ID-16")
    void a_phone_is_changed_by_a_code_to_the_new_one_and_stays_one_accounts() {
        var unit = deciding.unit();
        var administrator = deciding.administrator(unit);
        var api = deciding.as(administrator);
        var handler = deciding.active(unit, Authority.HANDLER);
        var path = ACCOUNTS + "/" + handler.id() + "/phone";
        var taken = deciding.changeProof(api, IdentityRealms.HANDLER, administrator.phone());
        assertThat(api.put(path, object().put("phoneProof", taken)).code()).isEqualTo("phone-taken-in-organisation");
        var phone = Fresh.phone();
        var proof = deciding.changeProof(api, IdentityRealms.HANDLER, phone);
        var anothers = deciding.as(deciding.administrator(unit));
        assertThat(anothers.put(path, object().put("phoneProof", proof)).code()).isEqualTo("proof-refused");
        var changed = api.put(path, object().put("phoneProof", proof));
        assertThat(changed.json().path("phone").asText()).as(changed.toString()).endsWith(phone.substring(7));
        assertThat(deciding.wasSent(handler.phone(), handler.username())).isTrue();
        assertThat(api.post(ACCOUNTS, AddedHandlerTest.form(username(), handler.phone()))
                        .status())
                .isEqualTo(201);
        assertThat(api.post(ACCOUNTS, AddedHandlerTest.form(username(), phone)).code())
                .isEqualTo("phone-taken-in-organisation");
    }

    @Test
    void authority_is_granted_and_withdrawn_and_tokens_are_outdated_at_once() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var handler = deciding.active(unit, Authority.HANDLER);
        var before = deciding.as(handler);
        assertThat(grant(api, handler.id(), "administrator")
                        .json()
                        .path("authority")
                        .asText())
                .isEqualTo("administrator");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> before.get(PLATFORM + "/me").status() == 401);
        var granted = deciding.as(handler);
        assertThat(granted.get(ACCOUNTS).status()).isEqualTo(200);
        assertThat(granted.get(PLATFORM + "/me/messages").text()).contains("管理员权限");
        assertThat(granted.post(PLATFORM + "/me/closure", object().put("password", "any-Pass-word-1"))
                        .code())
                .isEqualTo("open-business");
        var withdrawn = grant(api, handler.id(), "handler");
        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        assertThat(deciding.as(handler).get(ACCOUNTS).code()).isEqualTo("not-an-approver");
        var waiting = deciding.waiting(unit);
        assertThat(grant(api, waiting.id(), "administrator").code()).isEqualTo("handler-not-active");
        assertThat(grant(api, waiting.id(), "representative").status()).isEqualTo(400);
    }

    @Test
    void the_last_who_decides_and_the_representative_stay() {
        var alone = deciding.administrator(deciding.unit());
        var api = deciding.as(alone);
        assertThat(grant(api, alone.id(), "handler").code()).isEqualTo("last-approver");
        assertThat(close(api, alone.id()).code()).isEqualTo("last-approver");

        var unit = deciding.unit();
        var representative = deciding.active(unit, Authority.REPRESENTATIVE);
        var administrator = deciding.administrator(unit);
        var head = deciding.as(representative);
        assertThat(close(head, representative.id()).code()).isEqualTo("representative-account");
        assertThat(grant(head, representative.id(), "handler").code()).isEqualTo("representative-account");
        assertThat(close(deciding.as(administrator), representative.id()).code())
                .isEqualTo("representative-account");
        // With the representative's account there, the only administrator may go.
        assertThat(close(deciding.as(administrator), administrator.id()).status())
                .isEqualTo(200);
    }

    @Test
    @Tag("CO-28")
    void an_account_is_closed_once_and_another_organisations_is_not_there() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var handler = deciding.active(unit, Authority.HANDLER);
        var stranger = deciding.as(deciding.administrator(deciding.unit()));
        assertThat(close(stranger, handler.id()).status()).isEqualTo(404);
        assertThat(stranger.get(ACCOUNTS + "/" + handler.id()).status()).isEqualTo(404);
        assertThat(close(deciding.as(handler), handler.id()).code()).isEqualTo("not-an-approver");
        assertThat(close(api, handler.id()).json().path("closedBy").asText()).isEqualTo("close");
        assertThat(close(api, handler.id()).code()).isEqualTo("handler-not-active");
        assertThat(api.post(ACCOUNTS, AddedHandlerTest.form(username(), handler.phone()))
                        .status())
                .isEqualTo(201);
        var applicant = deciding.waiting(unit);
        deciding.application(applicant);
        assertThat(close(api, applicant.id()).code()).isEqualTo("approve-pending-application");
        assertThat(close(api, deciding.waiting(unit).id()).code()).isEqualTo("handler-not-active");
    }

    @Test
    void two_administrators_who_withdraw_each_other_32_times_leave_one_who_decides() throws Exception {
        var unit = deciding.unit();
        var users = new User[] {deciding.administrator(unit), deciding.administrator(unit)};
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 2; i++) {
            var api = deciding.as(users[i]);
            var other = users[1 - i].id();
            for (int j = 0; j < 16; j++) {
                boolean closes = j % 2 == 0;
                requests.add(() -> closes ? close(api, other) : grant(api, other, "handler"));
            }
        }
        DecidingSteps.together(requests);
        var left = tongban.context()
                .getBean(org.tongban.identity.user.HandlerAccounts.class)
                .deciding(unit.id());
        assertThat(left).hasSize(1);
    }

    @Test
    @Tag("ID-20")
    void an_administrator_does_not_change_the_representatives_phone() {
        var unit = deciding.unit();
        var api = deciding.as(deciding.administrator(unit));
        var representative = deciding.active(unit, Authority.REPRESENTATIVE);
        var proof = deciding.changeProof(api, IdentityRealms.HANDLER, Fresh.phone());
        var refused = api.put(ACCOUNTS + "/" + representative.id() + "/phone", object().put("phoneProof", proof));
        assertThat(refused.code()).isEqualTo("representative-account");
    }

    @Test
    @Tag("CO-10")
    void a_state_asked_for_twice_is_none() {
        var api = deciding.as(deciding.administrator(deciding.unit()));
        assertThat(api.get(ACCOUNTS + "?state=active&state=closed").status()).isEqualTo(400);
        assertThat(api.get("/api/identity/v1/handler-applications?state=pending&state=approved")
                        .status())
                .isEqualTo(400);
    }
}
