package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.IdentitySteps.PLATFORM;
import static org.tongban.identity.IdentitySteps.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongban.core.task.TaskBody;
import org.tongban.core.web.Transactions;
import org.tongban.identity.application.ApplicationMove;
import org.tongban.identity.application.Applications;
import org.tongban.identity.user.Authority;
import org.tongban.identity.user.HandlerAccountMoves;
import org.tongban.identity.user.HandlerAccounts;
import org.tongban.identity.user.UserMove;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;

/** What handlers do to enrol, step by step. */
final class EnrolSteps {
    static final String ENROLMENTS = "/api/identity/v1/enrolments";
    static final String IN_PROVINCE = ENROLMENTS + "/in-province";
    static final String OUT_OF_PROVINCE = ENROLMENTS + "/out-of-province";
    static final String USERS = ENROLMENTS + "/users";
    static final String OWN = "/api/identity/v1/handler-accounts/me";

    final Tongban tongban;
    final IdentitySteps steps;

    EnrolSteps(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    /** An organisation in the registry. */
    record Unit(String uscc, String representative) {}

    Unit unit() {
        var unit = new Unit(Fresh.uscc(), Fresh.idNumber());
        steps.inRegistry(unit.representative, List.of(unit.uscc));
        return unit;
    }

    /** One in another division, with a phone of its representative. */
    Unit unit(String division, String phone) {
        var unit = new Unit(Fresh.uscc(), Fresh.idNumber());
        steps.importRegistry(
                List.of("%s,%s,,有限责任公司,active,2010-03-03,,示例路1号,%s,1000,6510,%s,resident-id,%s,%s,2026-01-01"
                        .formatted(
                                unit.uscc,
                                IdentitySteps.nameOf(unit.uscc),
                                division,
                                IdentitySteps.REPRESENTATIVE,
                                unit.representative,
                                phone)));
        return unit;
    }

    ObjectNode inProvince(Unit unit) {
        return outOfProvince(unit)
                .put("registrationPlace", "in-province")
                .put("legalPersonType", "enterprise")
                .put("legalRepIdType", "resident-id");
    }

    ObjectNode outOfProvince(Unit unit) {
        return steps.agreed("identity.enrolment")
                .put("registrationPlace", "out-of-province")
                .put("name", IdentitySteps.nameOf(unit.uscc))
                .put("uscc", unit.uscc)
                .put("legalRepName", IdentitySteps.REPRESENTATIVE)
                .put("legalRepIdNumber", unit.representative);
    }

    Answer verify(String path, ObjectNode form) {
        var captcha = tongban.solvedCaptcha();
        return tongban.anonymous()
                .with("Captcha-Id", captcha.path("id").asText())
                .with("Captcha-Answer", captcha.path("answer").asText())
                .post(path, form);
    }

    String token(Unit unit) {
        var verified = verify(IN_PROVINCE, inProvince(unit));
        assertThat(verified.status()).as(verified.toString()).isEqualTo(201);
        return verified.json().path("token").asText();
    }

    String proof(String phone) {
        return Proofs.ofPhone(
                tongban, tongban.anonymous(), IdentityRealms.HANDLER, IdentityRealms.HANDLER_REGISTER, "+86" + phone);
    }

    /** A handler to be. */
    record User(String username, String name, String idNumber, String phone) {}

    User user() {
        return new User("u_" + Fresh.phone(), Fresh.name(), Fresh.idNumber(), Fresh.phone());
    }

    User representative(Unit unit) {
        return new User("r_" + Fresh.phone(), IdentitySteps.REPRESENTATIVE, unit.representative, Fresh.phone());
    }

    ObjectNode form(User user) {
        return form(user, proof(user.phone));
    }

    ObjectNode form(User user, String proof) {
        return object().put("username", user.username)
                .put("password", IdentitySteps.PASSWORD)
                .put("handlerName", user.name)
                .put("handlerIdType", "resident-id")
                .put("handlerIdNumber", user.idNumber)
                .put("phone", user.phone)
                .put("phoneProof", proof);
    }

    Answer create(String token, ObjectNode form) {
        return tongban.anonymous().with("Enrolment-Token", token).post(USERS, form);
    }

    /** A user who is created and signed in, and whose face is awaited. */
    Api created(Unit unit, User user) {
        var created = create(token(unit), form(user));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return steps.signedIn(IdentityRealms.HANDLER, user.username);
    }

    String face(Api user, String outcome) {
        var started = user.post(OWN + "/face-verifications");
        assertThat(started.status()).as(started.toString()).isEqualTo(201);
        var id = started.json().path("id").asText();
        steps.decideFace(id, outcome);
        return id;
    }

    Answer complete(Api user, String face) {
        return user.post(OWN + "/completion", object().put("faceVerification", face));
    }

    /** One who has proved the face as well. */
    Api completed(Unit unit, User user) {
        var api = created(unit, user);
        var completed = complete(api, face(api, "matched"));
        assertThat(completed.status()).as(completed.toString()).isEqualTo(200);
        return api;
    }

    /** Rejects the application of an account, as those who decide do. */
    void reject(UUID account) {
        var context = tongban.context();
        var handlers = context.getBean(HandlerAccounts.class);
        var applications = context.getBean(Applications.class);
        context.getBean(Transactions.class).write(() -> {
            var application = applications.latest(account).orElseThrow();
            applications.decide(application, ApplicationMove.REJECT, IdentityActor.ADMINISTRATOR, "test", "非本单位人员");
            return context.getBean(HandlerAccountMoves.class)
                    .close(handlers.lock(account).orElseThrow(), UserMove.REJECT, IdentityActor.ADMINISTRATOR);
        });
    }

    /** Approves the application of an account with this authority, as those who decide do. */
    void approve(UUID account, Authority authority) {
        var context = tongban.context();
        var handlers = context.getBean(HandlerAccounts.class);
        var applications = context.getBean(Applications.class);
        context.getBean(Transactions.class).write(() -> {
            applications.decide(
                    applications.latest(account).orElseThrow(),
                    ApplicationMove.APPROVE,
                    IdentityActor.ADMINISTRATOR,
                    "test",
                    null);
            return context.getBean(HandlerAccountMoves.class)
                    .activate(
                            handlers.lock(account).orElseThrow(),
                            UserMove.APPROVE,
                            IdentityActor.ADMINISTRATOR,
                            authority);
        });
    }

    UUID account(Api user) {
        return UUID.fromString(user.get(OWN).json().path("id").asText());
    }

    Answer close(Api user) {
        return user.post(PLATFORM + "/me/closure", object().put("password", IdentitySteps.PASSWORD));
    }

    void run(String task) {
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(body -> body.task().equals(task))
                .forEach(TaskBody::run);
    }

    /** Waits until a message of this kind has gone out. */
    void awaitMessage(Predicate<String> kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tongban.outbox().findValuesAsText("text").stream().anyMatch(kind));
    }

    /** What an account has been told. */
    List<String> inbox(Api user) {
        return user.get(PLATFORM + "/me/messages").json().path("items").findValuesAsText("text");
    }
}
