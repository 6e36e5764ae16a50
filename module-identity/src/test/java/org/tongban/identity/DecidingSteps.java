package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.OrganisationDirectory;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.web.Transactions;
import org.tongban.identity.application.Applications;
import org.tongban.identity.application.HandlerApplication;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccountMoves.Handler;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;

/** Organisations of channel {@code handler} with the accounts that decide in them, and that wait for a decision. */
final class DecidingSteps {
    static final String APPLICATIONS = "/api/identity/v1/handler-applications";
    static final String ACCOUNTS = "/api/identity/v1/handler-accounts";
    static final String APPROVAL = "identity.approval";

    private static final AtomicInteger COUNT = new AtomicInteger();

    final Tongban tongban;
    final IdentitySteps steps;

    DecidingSteps(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    /** An organisation. */
    record Unit(UUID id, String uscc, String name) {}

    /** A handler's account of it. */
    record User(Unit unit, UUID id, String username, String name, String phone, String idNumber) {}

    private <T> T bean(Class<T> type) {
        return tongban.context().getBean(type);
    }

    <T> T write(Callable<T> work) {
        return bean(Transactions.class).write(() -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Unit unit() {
        var code = Fresh.uscc();
        var made = bean(OrganisationDirectory.class).register(code, IdentitySteps.nameOf(code), List.of(), "330000");
        return new Unit(made.id(), code, made.name());
    }

    static String username() {
        return "user_%06d".formatted(COUNT.incrementAndGet());
    }

    /** An account that waits; as a sample account it is spared the agreements. */
    User waiting(Unit unit) {
        return waiting(unit, username(), Fresh.phone());
    }

    User waiting(Unit unit, String username, String phone) {
        var user = new User[1];
        bean(SampleAccounts.class)
                .put(
                        IdentityRealms.HANDLER,
                        username,
                        hash -> NewAccount.applicant(IdentityRealms.HANDLER, username, hash, null, unit.id)
                                .withPhone("+86" + phone));
        var account = bean(org.tongban.core.account.Accounts.class)
                .find(IdentityRealms.HANDLER, username)
                .orElseThrow();
        user[0] = new User(unit, account.id(), username, Fresh.name(), phone, Fresh.idNumber());
        var document = new IdDocument(IdDocument.Kind.RESIDENT_ID, user[0].idNumber);
        write(() -> bean(HandlerAccountMoves.class)
                .add(account.id(), unit.id, new Handler(user[0].name, document, "+86" + phone, null)));
        return user[0];
    }

    User active(Unit unit, Authority authority) {
        var user = waiting(unit);
        write(() -> {
            var account = bean(HandlerAccounts.class).lock(user.id).orElseThrow();
            return bean(HandlerAccountMoves.class)
                    .activate(account, UserMove.ACTIVATE, IdentityActor.PLATFORM, authority);
        });
        return user;
    }

    User administrator(Unit unit) {
        return active(unit, Authority.ADMINISTRATOR);
    }

    HandlerApplication application(User user) {
        return write(() -> bean(Applications.class)
                .add(bean(HandlerAccounts.class).find(user.id).orElseThrow()));
    }

    int rejectedToday(User user) {
        return bean(Applications.class)
                .rejectedToday(user.unit.id, new IdDocument(IdDocument.Kind.RESIDENT_ID, user.idNumber));
    }

    Api as(User user) {
        return tongban.withToken(tongban.signIn(user.username));
    }

    /** A match of this user's own face, for an approval. */
    String face(Api api, User user) {
        return steps.matchedFace(api, APPROVAL, user.name, user.idNumber);
    }

    Answer approve(Api api, UUID application, String face) {
        return api.post(APPLICATIONS + "/" + application + "/approval", object().put("faceVerification", face));
    }

    Answer reject(Api api, UUID application, String reason) {
        return api.post(APPLICATIONS + "/" + application + "/rejection", object().put("reason", reason));
    }

    /** A code to a phone, asked for by who changes an account. */
    String changeProof(Api api, String realm, String phone) {
        return Proofs.ofPhone(tongban, api, realm, IdentityRealms.HANDLER_CHANGE, "+86" + phone);
    }

    /** Signs in by a code to the phone: the whole answer. */
    Answer byCode(String username, String phone) {
        var named = object().put("realm", IdentityRealms.HANDLER).put("login", username);
        steps.forgetCodes();
        var withCaptcha = named.deepCopy();
        withCaptcha.set("captcha", tongban.solvedCaptcha());
        var sent = tongban.anonymous().post(PLATFORM + "/sessions/by-code/codes", withCaptcha);
        var proof = Proofs.proof(
                tongban, tongban.anonymous(), sent.json().path("id").asText(), "+86" + phone);
        return tongban.anonymous().post(PLATFORM + "/sessions/by-code", named.put("proof", proof));
    }

    /** The first sign-in of somebody for whom others made the account (CO-23). */
    Api firstSignIn(String username, String phone) {
        var tokens = byCode(username, phone);
        assertThat(tokens.json().path("pending").toString())
                .as(tokens.toString())
                .isEqualTo("[\"agreements\",\"password\"]");
        var limited = tongban.withToken(tokens.json().path("accessToken").asText());
        assertThat(limited.get(ACCOUNTS).status()).isEqualTo(403);
        var terms = tongban.anonymous()
                .get(PLATFORM + "/agreements/" + IdentityRealms.ENROLMENT_TERMS)
                .json()
                .path("version")
                .asInt();
        var accepted = limited.post(
                PLATFORM + "/me/agreements",
                Api.json("{'agreements': [{'id': '%s', 'version': %d}]}"
                        .formatted(IdentityRealms.ENROLMENT_TERMS, terms)));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        var chosen = limited.post(PLATFORM + "/me/password", object().put("newPassword", IdentitySteps.PASSWORD));
        assertThat(chosen.json().path("pending")).as(chosen.toString()).isEmpty();
        return steps.signedIn(IdentityRealms.HANDLER, username);
    }

    boolean wasSent(String phone, String words) {
        for (var message : tongban.outbox()) {
            if (message.path("to").asText().equals("+86" + phone)
                    && message.path("text").asText().contains(words)) {
                return true;
            }
        }
        return false;
    }

    static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sent = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
