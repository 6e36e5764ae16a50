package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongban.identity.EnrolSteps.OWN;
import static org.tongban.identity.Fresh.idNumber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.EnrolSteps.User;
import org.tongban.identity.user.Authority;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Applications of handlers: one of each, how long they wait, and how they end (ID-14, ID-16 to ID-18). */
@TongbanTest
class ApplicationTest {
    private static final int MANY = 32;

    private final Tongban tongban;
    private final EnrolSteps steps;

    ApplicationTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new EnrolSteps(tongban);
    }

    @AfterEach
    void today() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    private Answer again(EnrolSteps.Unit unit, User user) {
        steps.steps.forgetCodes();
        return steps.create(steps.token(unit), steps.form(user));
    }

    private static User as(User known, String phone) {
        return new User("a_" + Fresh.phone(), known.name(), known.idNumber(), phone);
    }

    @Test
    @Tag("ID-16")
    void a_phone_is_that_of_one_account_of_an_organisation_pending_ones_included() {
        var unit = steps.unit();
        var user = steps.user();
        steps.completed(unit, user);
        var other = new User("o_" + Fresh.phone(), Fresh.name(), idNumber(), user.phone());
        var refused = again(unit, other);
        assertThat(refused.code()).isEqualTo("phone-taken-in-organisation");
        assertThat(refused.json().path("detail").asText()
                        + refused.json().path("title").asText())
                .contains("同一企业/组织下的账号绑定的手机号不可重复");
        assertThat(again(steps.unit(), other).status())
                .as("another organisation")
                .isEqualTo(201);
    }

    @Test
    @Tag("ID-16")
    void the_phone_is_free_once_the_application_is_refused_or_the_account_closed() {
        var unit = steps.unit();
        var user = steps.user();
        var api = steps.completed(unit, user);
        steps.reject(steps.account(api));
        assertThat(again(unit, user).status()).isEqualTo(201);
        var second = steps.steps.signedIn(IdentityRealms.HANDLER, user.username());
        assertThat(steps.close(second).status()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> again(unit, as(user, user.phone())).status() == 201);
    }

    @Test
    @Tag("ID-17")
    void a_person_has_one_pending_application_to_an_organisation() {
        var unit = steps.unit();
        var user = steps.user();
        var before = steps.created(unit, as(user, Fresh.phone()));
        steps.completed(unit, user);
        assertThat(again(unit, as(user, Fresh.phone())).code()).isEqualTo("application-pending");
        assertThat(steps.complete(before, steps.face(before, "matched")).code()).isEqualTo("application-pending");
        assertThat(before.get(OWN).json().path("next").asText()).isEqualTo("face");
        assertThat(again(steps.unit(), as(user, Fresh.phone())).status()).isEqualTo(201);
    }

    @Test
    @Tag("ID-18")
    void who_was_rejected_three_times_on_a_day_waits_for_the_next() {
        var unit = steps.unit();
        var user = steps.user();
        for (int i = 0; i < 3; i++) {
            steps.steps.forgetCodes();
            steps.reject(steps.account(steps.completed(unit, user)));
        }
        var refused = again(unit, user);
        assertThat(refused.code()).isEqualTo("daily-limit-reached");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(again(steps.unit(), user).status())
                .as("another organisation")
                .isEqualTo(201);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(1)));
        assertThat(again(unit, as(user, user.phone())).status()).isEqualTo(201);
    }

    @Test
    @Tag("ID-14")
    void an_application_that_waits_is_reminded_of_once_and_lapses_later() {
        var unit = steps.unit();
        var representative = steps.representative(unit);
        steps.completed(unit, representative);
        var user = steps.user();
        steps.completed(unit, user);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(8)));
        steps.run("identity.watch-applications");
        steps.run("identity.watch-applications");
        assertThat(steps.inbox(steps.steps.signedIn(IdentityRealms.HANDLER, representative.username())))
                .filteredOn(text -> text.startsWith(user.name() + "的经办人申请已等待8天"))
                .hasSize(1);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(31)));
        steps.run("identity.watch-applications");
        steps.awaitMessage(text -> text.contains(IdentitySteps.nameOf(unit.uscc())) && text.contains("超过31天未审核"));
        assertThat(steps.steps.signIn(IdentityRealms.HANDLER, user.username()).status())
                .isEqualTo(401);
        assertThat(again(unit, user).status()).as("phone and username are free").isEqualTo(201);
    }

    @Test
    @Tag("ID-20")
    void the_representative_cannot_close_the_own_account() {
        var unit = steps.unit();
        var user = steps.representative(unit);
        steps.completed(unit, user);
        var api = steps.steps.signedIn(IdentityRealms.HANDLER, user.username());
        assertThat(steps.close(api).code()).isEqualTo("open-business");
    }

    @Test
    @Tag("ID-20")
    void an_administrator_cannot_close_the_own_account_and_another_handler_can() {
        var unit = steps.unit();
        var administrator = steps.user();
        var handler = steps.user();
        steps.approve(steps.account(steps.completed(unit, administrator)), Authority.ADMINISTRATOR);
        steps.approve(steps.account(steps.completed(unit, handler)), Authority.HANDLER);
        var held = steps.steps.signedIn(IdentityRealms.HANDLER, administrator.username());
        assertThat(steps.close(held).code()).isEqualTo("open-business");
        var free = steps.steps.signedIn(IdentityRealms.HANDLER, handler.username());
        assertThat(steps.close(free).status()).isEqualTo(204);
        // The phone is free once the closing has been taken note of.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> again(unit, as(handler, handler.phone())).status() == 201);
    }

    @Test
    @Tag("ID-16")
    void of_32_that_submit_one_phone_one_wins() throws Exception {
        var unit = steps.unit();
        var phone = Fresh.phone();
        var requests = requests(i -> {
            steps.steps.forgetCodes();
            var form = steps.form(new User("p_" + Fresh.phone(), Fresh.name(), idNumber(), phone));
            var token = steps.token(unit);
            return () -> steps.create(token, form);
        });
        assertOneWins(together(requests), "phone-taken-in-organisation");
    }

    @Test
    @Tag("ID-11")
    void of_32_that_show_one_token_one_wins() throws Exception {
        var token = steps.token(steps.unit());
        var requests = requests(i -> {
            var form = steps.form(steps.user());
            return () -> steps.create(token, form);
        });
        assertOneWins(together(requests), "enrolment-token-refused");
    }

    @Test
    @Tag("ID-17")
    void of_8_that_complete_for_one_person_one_applies() throws Exception {
        var unit = steps.unit();
        var person = steps.user();
        var requests = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(i -> {
                    var api = steps.created(unit, as(person, Fresh.phone()));
                    var face = steps.face(api, "matched");
                    return () -> steps.complete(api, face);
                })
                .toList();
        assertOneWins(together(requests), "application-pending");
    }

    private static List<Callable<Answer>> requests(IntFunction<Callable<Answer>> one) {
        return IntStream.range(0, MANY).mapToObj(one).toList();
    }

    private static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
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

    private static void assertOneWins(List<Answer> answers, String others) {
        var codes = answers.stream()
                .map(answer -> answer.status() < 300 ? "won" : answer.code())
                .toList();
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("won"), Collections.nCopies(answers.size() - 1, others).stream())
                        .toList());
    }
}
