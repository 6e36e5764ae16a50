package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.DecidingSteps.ACCOUNTS;
import static org.tongban.identity.DecidingSteps.username;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;
import static org.tongban.identity.ManualSteps.PROJECTS;
import static org.tongban.identity.ManualSteps.projectCode;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Contacts;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.task.TaskBody;
import org.tongban.identity.DecidingSteps.User;
import org.tongban.identity.ManualSteps.Applicant;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** No two accounts of an organisation come to have one phone, whatever the way one gets its phone (ID-16). */
@TongbanTest
@Tag("ID-16")
class HandlerPhoneTest {
    private static final String OWN_PHONE = PLATFORM + "/me/phone";
    private static final String RULE = "同一企业/组织下的账号绑定的手机号不可重复";
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final DecidingSteps deciding;
    private final Tongban tongban;

    HandlerPhoneTest(Tongban tongban) {
        this.tongban = tongban;
        this.deciding = new DecidingSteps(tongban);
    }

    private String proof(Api api, String purpose, String phone) {
        deciding.steps.forgetCodes();
        return Proofs.ofPhone(tongban, api, IdentityRealms.HANDLER, purpose, "+86" + phone);
    }

    /** What the owner of an account sends to have another phone. */
    private ObjectNode change(Api own, String old, String phone) {
        return object().put("oldProof", proof(own, "change-phone", old))
                .put("newProof", proof(own, "change-phone", phone));
    }

    private static ObjectNode added(String phone) {
        return object().put("username", username())
                .put("name", Fresh.name())
                .put("idType", "resident-id")
                .put("idNumber", Fresh.idNumber())
                .put("phone", phone);
    }

    private void assertTaken(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("phone-taken");
        assertThat(answer.json().path("detail").asText()).isEqualTo(RULE);
    }

    private String phoneOf(UUID account) {
        return tongban.context()
                .getBean(Contacts.class)
                .phone(account)
                .orElseThrow()
                .substring(3);
    }

    @Test
    @Tag("CO-24b")
    void a_handler_takes_no_phone_of_the_organisation_and_keeps_the_one_that_was_taken() {
        var unit = deciding.unit();
        var administrator = deciding.administrator(unit);
        var managing = deciding.as(administrator);
        var handler = deciding.active(unit, Authority.HANDLER);
        var waiting = deciding.waiting(unit);
        var own = deciding.as(handler);
        assertTaken(own.put(OWN_PHONE, change(own, handler.phone(), administrator.phone())));
        assertTaken(own.put(OWN_PHONE, change(own, handler.phone(), waiting.phone())));
        assertThat(phoneOf(handler.id())).isEqualTo(handler.phone());

        var phone = Fresh.phone();
        var changed = own.put(OWN_PHONE, change(own, handler.phone(), phone));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        assertThat(managing.post(ACCOUNTS, added(phone)).code()).isEqualTo("phone-taken-in-organisation");
        assertThat(managing.post(ACCOUNTS, added(handler.phone())).status()).isEqualTo(201);

        var elsewhere = deciding.active(deciding.unit(), Authority.HANDLER);
        var stranger = deciding.as(elsewhere);
        assertThat(stranger.put(OWN_PHONE, change(stranger, elsewhere.phone(), phone))
                        .status())
                .as("another organisation's account may have it")
                .isEqualTo(204);
    }

    @Test
    @Tag("CO-23")
    void an_account_without_a_phone_binds_none_of_the_organisation() {
        var unit = deciding.unit();
        var administrator = deciding.administrator(unit);
        var handler = deciding.active(unit, Authority.HANDLER);
        deciding.steps.stored.change(
                "update core.account set phone = null, phone_index = null where id = '%s'".formatted(handler.id()));
        var own = deciding.as(handler);
        assertTaken(own.put(OWN_PHONE, object().put("newProof", proof(own, "bind-phone", administrator.phone()))));
        var phone = Fresh.phone();
        var bound = own.put(OWN_PHONE, object().put("newProof", proof(own, "bind-phone", phone)));
        assertThat(bound.status()).as(bound.toString()).isEqualTo(204);
        assertThat(deciding.as(administrator).post(ACCOUNTS, added(phone)).code())
                .isEqualTo("phone-taken-in-organisation");
    }

    /** A request for another phone of an account whose two decisions are made, and whose day is over. */
    private String granted(User user, String phone) {
        var proof = proof(tongban.anonymous(), "lost-phone", phone);
        var stored = tongban.anonymous()
                .with("Code-Proof", proof)
                .bytes("POST", PLATFORM + "/public/files?slot=platform/account-proof", PDF, "application/pdf");
        assertThat(stored.status()).as(stored.toString()).isEqualTo(201);
        var form = object().put("account", user.username())
                .put("newPhone", phone)
                .put("phoneProof", proof)
                .put("explanation", "原手机号已停机。");
        form.putArray("documents").add(stored.json().path("id").asText());
        var asked = tongban.anonymous().post(PLATFORM + "/realms/" + IdentityRealms.HANDLER + "/lost-phones", form);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        var id = asked.json().path("id").asText();
        deciding.steps.stored.change(
                "update core.lost_phone set state = 'granted', effective_at = asked_at where id = '%s'".formatted(id));
        return id;
    }

    private String state(String lostPhone) {
        return deciding.steps
                .stored
                .texts("select state from core.lost_phone where id = '%s'".formatted(lostPhone))
                .getFirst();
    }

    @Test
    @Tag("CO-24b")
    void a_lost_phone_is_not_replaced_by_one_of_the_organisation_and_holds_no_other_request_up() {
        var unit = deciding.unit();
        var administrator = deciding.administrator(unit);
        var first = deciding.active(unit, Authority.HANDLER);
        var second = deciding.active(unit, Authority.HANDLER);
        var phone = Fresh.phone();
        var taken = granted(first, administrator.phone());
        var free = granted(second, phone);
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals("platform.apply-lost-phones"))
                .forEach(TaskBody::run);
        assertThat(state(taken)).isEqualTo("void");
        assertThat(state(free)).isEqualTo("effective");
        assertThat(phoneOf(first.id())).isEqualTo(first.phone());
        assertThat(phoneOf(second.id())).isEqualTo(phone);
        var managing = deciding.as(administrator);
        assertThat(managing.post(ACCOUNTS, added(phone)).code()).isEqualTo("phone-taken-in-organisation");
        assertThat(managing.post(ACCOUNTS, added(second.phone())).status()).isEqualTo(201);
    }

    @Test
    void of_32_who_want_one_phone_by_two_ways_one_gets_it() throws Exception {
        var unit = deciding.unit();
        var managing = deciding.as(deciding.administrator(unit));
        var phone = Fresh.phone();
        var requests = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < 16; i++) {
            var handler = deciding.active(unit, Authority.HANDLER);
            var own = deciding.as(handler);
            var change = change(own, handler.phone(), phone);
            requests.add(() -> own.put(OWN_PHONE, change));
            var form = added(phone);
            requests.add(() -> managing.post(ACCOUNTS, form));
        }
        var answers = DecidingSteps.together(requests);
        assertThat(answers.stream().filter(answer -> answer.status() < 300)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() >= 300))
                .allSatisfy(answer -> assertThat(answer.code()).isIn("phone-taken", "phone-taken-in-organisation"));
    }

    @Test
    @Tag("ID-26")
    void an_applicant_of_the_manual_channel_takes_no_phone_of_another_applicant() {
        var manual = new ManualSteps(deciding.steps);
        var code = projectCode();
        var waiting = Applicant.fresh();
        var first = manual.enrolled(PROJECTS, manual.project(waiting, code));
        var applicant = Applicant.fresh();
        manual.enrolled(PROJECTS, manual.project(applicant, code));
        var own = manual.as(applicant);
        assertTaken(own.put(OWN_PHONE, change(own, applicant.phone(), waiting.phone())));
        deciding.steps.decide(first.path("id").asText(), "{'decision': 'approve'}");
        assertTaken(own.put(OWN_PHONE, change(own, applicant.phone(), waiting.phone())));

        var phone = Fresh.phone();
        var changed = own.put(OWN_PHONE, change(own, applicant.phone(), phone));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
        var third = Applicant.fresh();
        assertThat(manual.enrol(PROJECTS, manual.project(third.withPhone(phone), code))
                        .code())
                .isEqualTo("phone-taken-in-organisation");
        manual.enrolled(PROJECTS, manual.project(third.withPhone(applicant.phone()), code));
    }

    @Test
    @Tag("ID-26")
    void who_changed_the_phone_while_the_unit_was_compared_has_the_new_one_in_it() {
        var manual = new ManualSteps(deciding.steps);
        var code = projectCode();
        var applicant = Applicant.fresh();
        var enrolled = manual.enrolled(PROJECTS, manual.project(applicant, code));
        var own = manual.as(applicant);
        var phone = Fresh.phone();
        assertThat(own.put(OWN_PHONE, change(own, applicant.phone(), phone)).status())
                .isEqualTo(204);
        deciding.steps.decide(enrolled.path("id").asText(), "{'decision': 'approve'}");
        var unit = tongban.context()
                .getBean(OrganisationDirectory.class)
                .findByCode(code)
                .getFirst()
                .id();
        var handlers = tongban.context().getBean(HandlerAccounts.class);
        assertThat(handlers.isPhoneTaken(unit, "+86" + phone)).isTrue();
        assertThat(handlers.isPhoneTaken(unit, "+86" + applicant.phone())).isFalse();
    }
}
