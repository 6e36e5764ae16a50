package org.tongban.core.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.PasswordHash;
import org.tongban.core.account.Passwords;
import org.tongban.core.time.BusinessClock;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Notes;
import org.tongban.trial.People;
import org.tongban.trial.TrialModule;

/** Before anything else, an account made by others accepts the agreements and chooses a password (CO-23, CO-33). */
@TongbanTest
@Tag("CO-23")
class FirstSignInTest {
    private static final String SESSIONS = "/api/platform/v1/sessions";
    private static final String ME = "/api/platform/v1/me";
    private static final String NEXT = "Other-Island-58";

    /** The version that is in force, published where there is none yet. */
    private static int inForce(Tongban tongban) {
        var terms = tongban.anonymous().get("/api/platform/v1/agreements/" + TrialModule.ENTRY_TERMS);
        return terms.status() == 200 ? terms.json().path("version").asInt() : publishedAnew(tongban, false);
    }

    private static int publishedAnew(Tongban tongban, boolean again) {
        var today = tongban.context().getBean(BusinessClock.class).today();
        return tongban.as("admin")
                .post(
                        "/api/platform/v1/agreements/" + TrialModule.ENTRY_TERMS + "/versions",
                        Api.json("{'zh': '第一条', 'en': 'Article 1', 'effectiveFrom': '%s', 'acceptAgain': %s}"
                                .formatted(today, again)))
                .json()
                .path("version")
                .asInt();
    }

    private static Account made(Tongban tongban, @Nullable PasswordHash password, boolean others, String phone) {
        return tongban.context()
                .getBean(Accounts.class)
                .create(new NewAccount(
                        TrialModule.GATED,
                        "g" + UUID.randomUUID(),
                        password,
                        others,
                        null,
                        null,
                        phone,
                        null,
                        Set.of()));
    }

    private static PasswordHash password(Tongban tongban) {
        return tongban.context().getBean(Passwords.class).hash(People.PASSWORD);
    }

    private static ObjectNode named(Account account) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("realm", TrialModule.GATED)
                .put("login", account.login());
    }

    private static JsonNode signedIn(Tongban tongban, Account account, String password) {
        return People.signIn(tongban, TrialModule.GATED, account.login(), password)
                .json();
    }

    private static Api api(Tongban tongban, JsonNode tokens) {
        return tongban.withToken(tokens.path("accessToken").asText());
    }

    private static void accept(Api api, int accepted) {
        var answer = api.post(
                ME + "/agreements",
                Api.json("{'agreements': [{'id': '%s', 'version': %d}]}".formatted(TrialModule.ENTRY_TERMS, accepted)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private static JsonNode refreshed(Tongban tongban, JsonNode tokens) {
        return tongban.anonymous()
                .post(
                        SESSIONS + "/refresh",
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("refreshToken", tokens.path("refreshToken").asText()))
                .json();
    }

    @Test
    void an_initial_password_opens_nothing_but_the_way_to_one_of_ones_own(Tongban tongban) {
        int version = inForce(tongban);
        var account = made(tongban, password(tongban), true, People.phone());
        var tokens = signedIn(tongban, account, People.PASSWORD);
        assertThat(tokens.path("pending").toString()).isEqualTo("[\"agreements\",\"password\"]");
        var gated = api(tongban, tokens);
        assertThat(gated.get(Notes.PATH).status()).isEqualTo(403);
        assertThat(gated.get(ME + "/sessions").status()).isEqualTo(403);
        assertThat(gated.get(ME).json().path("pending")).hasSize(2);
        accept(gated, version);
        var changed = gated.post(
                ME + "/password",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("currentPassword", People.PASSWORD)
                        .put("newPassword", NEXT));
        assertThat(changed.json().path("pending")).isEmpty();
        assertThat(api(tongban, changed.json()).get(Notes.PATH).status()).isEqualTo(200);
    }

    @Test
    void who_has_no_password_yet_comes_in_by_code_and_chooses_one(Tongban tongban) {
        var phone = People.phone();
        int version = inForce(tongban);
        var account = made(tongban, null, true, phone);
        var sent = tongban.anonymous()
                .post(SESSIONS + "/by-code/codes", named(account))
                .json();
        var proof = Proofs.proof(tongban, tongban.anonymous(), sent.path("id").asText(), phone);
        var tokens = tongban.anonymous()
                .post(SESSIONS + "/by-code", named(account).put("proof", proof))
                .json();
        var gated = api(tongban, tokens);
        assertThat(gated.get(Notes.PATH).status()).isEqualTo(403);
        var chosen = gated.post(
                ME + "/password", JsonNodeFactory.instance.objectNode().put("newPassword", NEXT));
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(chosen.json().path("pending").toString()).isEqualTo("[\"agreements\"]");
        var still = api(tongban, chosen.json());
        assertThat(still.get(Notes.PATH).status()).isEqualTo(403);
        accept(still, version);
        var whole = refreshed(tongban, chosen.json());
        assertThat(api(tongban, whole).get(Notes.PATH).status()).isEqualTo(200);
        assertThat(signedIn(tongban, account, NEXT).path("pending")).isEmpty();
    }

    @Test
    void who_has_a_password_does_not_change_it_without_typing_it(Tongban tongban) {
        var account = made(tongban, password(tongban), true, People.phone());
        var gated = api(tongban, signedIn(tongban, account, People.PASSWORD));
        var refused = gated.post(
                ME + "/password", JsonNodeFactory.instance.objectNode().put("newPassword", NEXT));
        assertThat(refused.code()).isEqualTo("password-wrong");
        assertThat(refused.violations()).containsExactly("/currentPassword required");
    }

    @Test
    @Tag("CO-33")
    void an_agreement_to_be_accepted_again_waits_for_the_next_sign_in(Tongban tongban) {
        int version = inForce(tongban);
        var account = made(tongban, password(tongban), false, People.phone());
        var first = signedIn(tongban, account, People.PASSWORD);
        accept(api(tongban, first), version);
        var open = refreshed(tongban, first);
        assertThat(open.path("pending")).isEmpty();
        publishedAnew(tongban, true);
        var renewed = refreshed(tongban, open);
        assertThat(renewed.path("pending")).isEmpty();
        assertThat(signedIn(tongban, account, People.PASSWORD).path("pending").toString())
                .isEqualTo("[\"agreements\"]");
    }

    @Test
    @Tag("CO-21")
    void ones_own_phone_in_the_password_is_refused_where_the_realm_says_so(Tongban tongban) {
        var phone = People.phone();
        var account = made(tongban, password(tongban), true, phone);
        var gated = api(tongban, signedIn(tongban, account, People.PASSWORD));
        var refused = gated.post(
                ME + "/password",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("currentPassword", People.PASSWORD)
                        .put("newPassword", "x" + phone.substring(3)));
        assertThat(refused.violations()).containsExactly("/newPassword contains-phone");
    }
}
