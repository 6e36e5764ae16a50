package org.tongban.filing.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.UnitSteps.ME;
import static org.tongban.filing.UnitSteps.OWN;
import static org.tongban.filing.UnitSteps.inbox;
import static org.tongban.filing.UnitSteps.save;
import static org.tongban.filing.UnitSteps.submit;
import static org.tongban.filing.UnitSteps.uscc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.filing.UnitSteps;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** One verified unit a code: who comes second takes over or gets nothing (PF-7). */
@TongbanTest
@Tag("PF-7")
class TakeoverTest {
    private final UnitSteps steps;

    TakeoverTest(Tongban tongban) {
        this.steps = new UnitSteps(tongban);
    }

    @Test
    void a_second_application_is_a_takeover_that_the_first_unit_is_told_of() {
        var code = uscc();
        var first = steps.newcomer();
        steps.approve(steps.pending(first.api(), code, false));
        var former = steps.again(first);
        var product = former.post(OWN + "/products").json().path("id").asText();

        var second = steps.newcomer();
        save(second.api(), steps.document(second.api(), code));
        assertThat(submit(second.api(), false).code()).isEqualTo("unit-verified");
        var asked = submit(second.api(), true);
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        assertThat(asked.json().path("takeover").asBoolean()).isTrue();
        assertThat(inbox(former)).anyMatch(text -> text.startsWith("另有账号申请使用贵单位的统一社会信用代码实名认证"));
        assertThat(former.get(OWN + "/products/" + product).status()).isEqualTo(200);
        assertThat(second.api().get(OWN + "/products/" + product).status()).isEqualTo(404);

        steps.approve(asked.json().path("id").asText());
        UnitSteps.awaitRefused(former);
        assertThat(steps.again(first).get(OWN + "/products").code()).isEqualTo("verification-required");
        var now = steps.again(second);
        assertThat(now.get(OWN + "/products/" + product).status()).isEqualTo(200);
        assertThat(now.get(ME).json().path("state").asText()).isEqualTo("verified");
        assertThat(steps.again(first).get(OWN + "/products/" + product).status())
                .isEqualTo(404);
    }

    @Test
    void of_two_that_are_approved_at_once_one_has_the_code() throws Exception {
        var code = uscc();
        var one = steps.newcomer();
        var two = steps.newcomer();
        var first = steps.claimed(steps.pending(one.api(), code, false), "reviewer");
        var second = steps.claimed(steps.pending(two.api(), code, false), "reviewer-2");
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = List.of(
                    threads.submit(() -> {
                        start.await();
                        return steps.decided(first, "reviewer", "{'decision': 'approve'}");
                    }),
                    threads.submit(() -> {
                        start.await();
                        return steps.decided(second, "reviewer-2", "{'decision': 'approve'}");
                    }));
            start.countDown();
            for (var answer : sent) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .singleElement()
                .extracting(Answer::code)
                .isEqualTo("illegal-move");
        assertThat(List.of(
                        steps.again(one).get(ME).json().path("state").asText(),
                        steps.again(two).get(ME).json().path("state").asText()))
                .containsExactlyInAnyOrder("verified", "unverified");
    }
}
