package org.tongban.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.Account;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Passwords;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** Makes accounts for one test each, so that no test stands in another's way. */
public final class People {
    /** The password of everybody made here. */
    public static final String PASSWORD = "Quiet-Harbour-47";

    private static final String SESSIONS = "/api/platform/v1/sessions";

    private static final AtomicInteger PHONES = new AtomicInteger(77_000_000);

    private People() {}

    /** An account that has signed in. */
    public record Person(UUID account, String realm, String login, JsonNode tokens, Api api) {
        /** The access token of its sign-in. */
        public String token() {
            return tokens.path("accessToken").asText();
        }

        /** The refresh token of its sign-in. */
        public String refreshToken() {
            return tokens.path("refreshToken").asText();
        }
    }

    /** Someone who writes notes. */
    public static Person writer(Tongban tongban) {
        return writer(tongban, null, null, null);
    }

    /** Someone who writes notes and has a phone. */
    public static Person writerWithPhone(Tongban tongban, String phone) {
        return writer(tongban, null, null, phone);
    }

    /** Someone who writes notes, as this person and for this organisation. */
    public static Person writer(
            Tongban tongban, @Nullable UUID person, @Nullable UUID organisation, @Nullable String phone) {
        return made(
                tongban,
                new NewAccount(
                        TrialModule.REALM,
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        false,
                        person,
                        organisation,
                        phone,
                        null,
                        Set.of()));
    }

    /** Someone with a phone of the realm where phones sign in. */
    public static Person reachable(Tongban tongban, String phone) {
        return made(
                tongban,
                new NewAccount(
                        TrialModule.REACHABLE,
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        false,
                        null,
                        null,
                        phone,
                        null,
                        Set.of()));
    }

    /** Someone of the realm that asks for a captcha at sign-in, not signed in yet. */
    public static Account guarded(Tongban tongban) {
        return tongban.context()
                .getBean(Accounts.class)
                .create(NewAccount.applicant(
                        TrialModule.GUARDED,
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        null,
                        null));
    }

    /** A mobile number that no other test has, in E.164. */
    public static String phone() {
        return "+86139%08d".formatted(PHONES.incrementAndGet());
    }

    /** One of staff with these roles. */
    public static Person staff(Tongban tongban, String... roles) {
        return staff(tongban, null, null, roles);
    }

    /** One of staff with these roles, as this person and for this organisation. */
    public static Person staff(Tongban tongban, @Nullable UUID person, @Nullable UUID organisation, String... roles) {
        return made(
                tongban,
                new NewAccount(
                        "staff",
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        false,
                        person,
                        organisation,
                        null,
                        null,
                        Set.of(roles)));
    }

    /** One of staff with these roles, in a province. */
    public static Person staffOf(Tongban tongban, String region, String... roles) {
        return made(
                tongban,
                new NewAccount(
                        "staff",
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        false,
                        null,
                        null,
                        null,
                        region,
                        Set.of(roles)));
    }

    /** Someone who has to change the password first. */
    public static Person newcomer(Tongban tongban) {
        return made(
                tongban,
                new NewAccount(
                        TrialModule.REALM,
                        login(),
                        tongban.context().getBean(Passwords.class).hash(PASSWORD),
                        true,
                        null,
                        null,
                        null,
                        null,
                        Set.of()));
    }

    /** Signs in over HTTP. */
    public static Answer signIn(Tongban tongban, String realm, String login, String password) {
        return tongban.anonymous()
                .post(
                        SESSIONS,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("realm", realm)
                                .put("login", login)
                                .put("password", password));
    }

    private static String login() {
        return "p" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Person made(Tongban tongban, NewAccount account) {
        var id = tongban.context().getBean(Accounts.class).create(account).id();
        var signedIn = signIn(tongban, account.realm(), account.login(), PASSWORD);
        if (signedIn.status() != 201) {
            throw new IllegalStateException(signedIn.toString());
        }
        var tokens = signedIn.json();
        return new Person(
                id,
                account.realm(),
                account.login(),
                tokens,
                tongban.withToken(tokens.path("accessToken").asText()));
    }
}
