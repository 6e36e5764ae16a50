package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.EnrolSteps.IN_PROVINCE;
import static org.tongban.identity.EnrolSteps.OUT_OF_PROVINCE;
import static org.tongban.identity.EnrolSteps.OWN;
import static org.tongban.identity.EnrolSteps.USERS;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.OrganisationDirectory.Level;
import org.tongban.identity.EnrolSteps.Unit;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Handlers enrol by the information of their organisation, a user and their face (ID-10, ID-11, ID-13, ID-14). */
@TongbanTest
class EnrolmentTest {
    private final Tongban tongban;
    private final EnrolSteps steps;

    EnrolmentTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new EnrolSteps(tongban);
    }

    @Test
    @Tag("ID-11")
    void information_as_the_registry_has_it_gives_a_token() {
        var unit = steps.unit();
        var verified = steps.verify(
                IN_PROVINCE,
                steps.inProvince(unit).put("uscc", " " + unit.uscc().toLowerCase(Locale.ROOT)));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        assertThat(verified.json().path("form").asText()).isEqualTo("identity/create-user@1");
        assertThat(verified.json().path("link").asText()).isEqualTo(USERS);
        assertThat(verified.json().path("token").asText()).hasSizeGreaterThan(20);
    }

    @Test
    @Tag("ID-11")
    void information_other_than_the_registrys_is_refused_by_field() {
        var unit = steps.unit();
        var other = steps.verify(
                IN_PROVINCE, steps.inProvince(unit).put("name", "别的装备有限公司").put("legalRepName", "王海川"));
        assertThat(other.status()).isEqualTo(400);
        assertThat(other.violations())
                .containsExactlyInAnyOrder("/name differs-from-registry", "/legalRepName differs-from-registry");
        assertThat(steps.verify(IN_PROVINCE, steps.inProvince(unit).put("legalRepIdNumber", idNumber()))
                        .violations())
                .containsExactly("/legalRepIdNumber differs-from-registry");
        assertThat(steps.verify(
                                IN_PROVINCE,
                                steps.inProvince(unit)
                                        .put("legalRepIdType", "passport-cn")
                                        .put("legalRepIdNumber", "E12345678"))
                        .violations())
                .containsExactly("/legalRepIdNumber kind-differs-from-registry");
        assertThat(steps.verify(IN_PROVINCE, steps.inProvince(new Unit(Fresh.uscc(), idNumber())))
                        .violations())
                .containsExactly("/uscc not-in-registry");
    }

    @Test
    @Tag("ID-11")
    void wrong_numbers_and_a_missing_agreement_are_refused_before_the_registry_is_asked() {
        var unit = steps.unit();
        var wrong = steps.inProvince(unit)
                .put("uscc", unit.uscc().substring(0, 17) + (unit.uscc().endsWith("0") ? "1" : "0"))
                .put("legalRepIdNumber", "33010619880307121");
        wrong.remove("agreement");
        var refused = steps.verify(IN_PROVINCE, wrong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations())
                .anyMatch(one -> one.startsWith("/uscc "))
                .anyMatch(one -> one.startsWith("/legalRepIdNumber "))
                .anyMatch(one -> one.endsWith("required"));
        assertThat(steps.verify(IN_PROVINCE, steps.inProvince(unit).put("legalRepIdNumber", "330106198802301213"))
                        .violations())
                .anyMatch(one -> one.startsWith("/legalRepIdNumber "));
        var old = steps.inProvince(unit);
        old.putObject("agreement").put("id", "identity.enrolment").put("version", 77);
        assertThat(steps.verify(IN_PROVINCE, old).violations()).containsExactly("/agreement not-in-force");
    }

    @Test
    @Tag("ID-10")
    void where_the_unit_is_registered_decides_the_form() {
        var here = steps.unit();
        assertThat(steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(here)).violations())
                .containsExactly("/registrationPlace inside-province");
        var there = steps.unit("320102", "");
        assertThat(steps.verify(IN_PROVINCE, steps.inProvince(there)).violations())
                .containsExactly("/registrationPlace outside-province");
        var verified = steps.verify(OUT_OF_PROVINCE, steps.outOfProvince(there));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        var created = steps.create(verified.json().path("token").asText(), steps.form(steps.user()));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
    }

    @Test
    @Tag("ID-11")
    void a_unit_without_a_licence_goes_on_with_the_manual_channel_and_gets_no_token() {
        var form = steps.inProvince(steps.unit()).put("legalPersonType", "other-unincorporated");
        var answer = steps.verify(IN_PROVINCE, form).json();
        assertThat(answer.path("form").asText()).isEqualTo("identity/enrol-project@1");
        assertThat(answer.hasNonNull("token")).isFalse();
    }

    @Test
    @Tag("ID-11")
    @Tag("CO-25")
    void each_comparison_costs_a_captcha() {
        var unit = steps.unit();
        var form = steps.inProvince(unit);
        assertThat(tongban.anonymous().post(IN_PROVINCE, form).code()).isEqualTo("captcha-required");
        var captcha = tongban.solvedCaptcha();
        var api = tongban.anonymous()
                .with("Captcha-Id", captcha.path("id").asText())
                .with("Captcha-Answer", captcha.path("answer").asText());
        assertThat(api.post(IN_PROVINCE, form).status()).isEqualTo(201);
        assertThat(api.post(IN_PROVINCE, form).code()).isEqualTo("captcha-wrong");
    }

    @Test
    @Tag("ID-11")
    void a_token_is_good_until_an_enrolment_succeeds_and_not_after() {
        var unit = steps.unit();
        var token = steps.token(unit);
        var user = steps.user();
        assertThat(steps.create(token, steps.form(user, "no proof")).code()).isEqualTo("proof-refused");
        assertThat(steps.create(token, steps.form(user).put("password", "short"))
                        .code())
                .isEqualTo("registration-refused");
        steps.steps.forgetCodes();
        assertThat(steps.create(token, steps.form(user)).status()).isEqualTo(201);
        assertThat(steps.create(token, steps.form(steps.user())).code()).isEqualTo("enrolment-token-refused");
        assertThat(steps.create("none", steps.form(steps.user())).code()).isEqualTo("enrolment-token-refused");
    }

    @Test
    @Tag("ID-11")
    void an_expired_token_is_refused_and_its_enrolment_lapses() {
        var token = steps.token(steps.unit());
        steps.steps.stored.change("update identity.enrolment set expires_at = expires_at - interval '31 minutes'"
                + " where state = 'verified'");
        assertThat(steps.create(token, steps.form(steps.user())).code()).isEqualTo("enrolment-token-refused");
        steps.run("identity.lapse-enrolments");
        steps.steps.stored.change("update identity.enrolment set expires_at = expires_at + interval '60 minutes'");
        assertThat(steps.create(token, steps.form(steps.user())).code()).isEqualTo("enrolment-token-refused");
    }

    @Test
    @Tag("ID-13")
    void until_the_face_is_proved_an_account_sees_itself_and_does_nothing_else() {
        var api = steps.created(steps.unit(), steps.user());
        var own = api.get(OWN).json();
        assertThat(own.path("state").asText()).isEqualTo("awaiting");
        assertThat(own.path("next").asText()).isEqualTo("face");
        assertThat(api.get(PLATFORM + "/me/overview").code()).isEqualTo("account-awaiting");
    }

    @Test
    @Tag("ID-13")
    void a_face_that_is_another_persons_refused_or_waits_completes_nothing() {
        var unit = steps.unit();
        var user = steps.user();
        var api = steps.created(unit, user);
        for (var outcome : List.of("mismatch", "refused")) {
            assertThat(steps.complete(api, steps.face(api, outcome)).code()).isEqualTo("face-not-verified");
        }
        var waiting = api.post(OWN + "/face-verifications").json().path("id").asText();
        assertThat(steps.complete(api, waiting).code()).isEqualTo("face-not-verified");
        var others = api.post(
                PLATFORM + "/face-verifications",
                object().put("purpose", "identity.enrolment")
                        .put("name", IdentitySteps.REPRESENTATIVE)
                        .put("idKind", "resident-id")
                        .put("idNumber", unit.representative()));
        var id = others.json().path("id").asText();
        steps.steps.decideFace(id, "matched");
        assertThat(steps.complete(api, id).code()).isEqualTo("face-not-verified");
        assertThat(api.get(OWN).json().path("next").asText()).isEqualTo("face");
    }

    @Test
    @Tag("ID-14")
    void the_representative_is_active_at_once_and_its_organisation_proved_by_face() {
        var unit = steps.unit();
        var user = steps.representative(unit);
        var api = steps.created(unit, user);
        var done = steps.complete(api, steps.face(api, "matched"));
        assertThat(done.status()).as(done.toString()).isEqualTo(200);
        assertThat(done.json().path("state").asText()).isEqualTo("active");
        assertThat(done.json().path("authority").asText()).isEqualTo("representative");
        var again = steps.steps.signedIn(IdentityRealms.HANDLER, user.username());
        assertThat(again.get(PLATFORM + "/me/overview").status()).isEqualTo(200);
        assertThat(steps.complete(again, steps.account(again).toString()).code())
                .isEqualTo("no-open-enrolment");
        assertThat(again.post(OWN + "/face-verifications").code()).isEqualTo("no-open-enrolment");
        var id = tongban.context()
                .getBean(OrganisationDirectory.class)
                .findByUscc(unit.uscc())
                .orElseThrow()
                .id();
        assertThat(tongban.context().getBean(OrganisationDirectory.class).standing(id))
                .satisfies(standing -> assertThat(standing.level()).isEqualTo(Level.FACE_VERIFIED))
                .satisfies(standing -> assertThat(standing.handlers()).hasSize(1));
    }

    @Test
    @Tag("ID-14")
    void anybody_else_applies_and_those_who_decide_are_told() {
        var phone = Fresh.phone();
        var unit = steps.unit("330108", phone);
        var first = steps.user();
        var api = steps.completed(unit, first);
        var own = api.get(OWN).json();
        assertThat(own.path("next").asText()).isEqualTo("approval");
        assertThat(own.path("application").path("state").asText()).isEqualTo("pending");
        // Nobody decides yet: the representative of the registry is asked to register.
        steps.awaitMessage(text -> text.startsWith(first.name() + "申请成为") && text.contains("请法定代表人注册账号"));
        steps.completed(unit, steps.representative(unit));
        var second = steps.user();
        steps.completed(unit, second);
        steps.awaitMessage(text -> text.startsWith(second.name() + "申请成为") && text.contains("请登录后在“经办人申请”中审核"));
    }

    @Test
    @Tag("ID-9")
    void an_organisation_that_handlers_brought_opens_its_own_account_later() {
        var unit = steps.unit();
        steps.completed(unit, steps.representative(unit));
        var firm = new IdentitySteps.Firm(unit.uscc(), unit.representative(), Fresh.phone());
        steps.steps.register(firm);
        assertThat(steps.steps.as(firm).get(IdentitySteps.ORGANISATIONS + "/me").status())
                .isEqualTo(200);
        // And the other way round: what the organisation said stays.
        var known = steps.steps.organisation();
        var api = steps.completed(new Unit(known.uscc(), known.representative()), steps.user());
        assertThat(api.get(OWN).json().path("organisation").path("uscc").asText())
                .isEqualTo(known.uscc());
    }

    @Test
    @Tag("ID-14")
    void an_account_whose_face_is_not_proved_within_a_day_lapses() {
        var unit = steps.unit();
        var user = steps.user();
        steps.created(unit, user);
        try {
            tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofHours(25)));
            steps.run("identity.lapse-enrolments");
        } finally {
            tongban.clock().moveTo(Tongban.MOMENT);
        }
        assertThat(steps.steps.signIn(IdentityRealms.HANDLER, user.username()).status())
                .isEqualTo(401);
        steps.steps.forgetCodes();
        steps.created(unit, user);
    }
}
