package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The limits against abuse, also of many at the same moment (PF-62). */
@TongbanTest
@Tag("PF-62")
class ObjectionLimitsTest {
    private static final int AT_ONCE = 32;
    private static final String SAID = "该产品所列专利早已不再使用，请核实这一情况并作出处理。";

    private final Tongban tongban;
    private final ObjectionSteps steps;

    ObjectionLimitsTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @AfterEach
    void restoreClock() {
        tongban.clock().moveTo(Tongban.MOMENT);
    }

    /** A further form of a phone: codes go out once a minute, and their clock is one of its own. */
    private ObjectNode again(UUID product, String phone) {
        tongban.letCodesAge(Duration.ofSeconds(61));
        return steps.form(product, phone);
    }

    private List<Answer> together(List<ObjectNode> forms) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sent = forms.stream()
                    .map(form -> threads.submit(() -> {
                        start.await();
                        return steps.send(form);
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

    private static long of(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }

    @Test
    void the_same_text_on_the_same_product_gets_the_first_receipt_for_thirty_days() {
        var product = steps.recognised("限额巡检仪甲型");
        var first = right(steps.send(steps.form(product, phone()).put("content", SAID)), 201)
                .json();

        var other = steps.form(product, phone()).put("content", " 该产品所列专利，早已不再使用！请核实这一情况，并作出处理 ");
        var repeated = right(steps.send(other), 201).json();

        assertThat(repeated.path("receiptNumber")).isEqualTo(first.path("receiptNumber"));
        assertThat(repeated.has("followUpCode")).isFalse();
        assertThat(repeated.path("receivedBefore").asText()).isEqualTo("another");
        assertThat(first.has("receivedBefore")).isFalse();
        tongban.clock().moveTo(Instant.parse(ObjectionSteps.PUBLICITY_OVER).plus(Duration.ofDays(30)));
        assertThat(right(steps.send(steps.form(product, phone()).put("content", SAID)), 201)
                        .json()
                        .path("receiptNumber"))
                .isNotEqualTo(first.path("receiptNumber"));
    }

    @Test
    void who_says_the_same_again_by_the_same_phone_is_told_that_it_was_theirs() {
        var product = steps.inPublicity("限额巡检仪丑型");
        var phone = phone();
        var first = right(steps.send(steps.form(product, phone).put("content", SAID)), 201)
                .json();

        var repeated = right(steps.send(again(product, phone).put("content", SAID)), 201)
                .json();

        assertThat(repeated.path("receiptNumber")).isEqualTo(first.path("receiptNumber"));
        assertThat(repeated.path("receivedBefore").asText()).isEqualTo("own");
        assertThat(repeated.has("followUpCode")).isFalse();
    }

    @Test
    void of_many_that_say_the_same_at_once_one_is_received_and_all_get_its_receipt() throws Exception {
        var product = steps.inPublicity("限额巡检仪乙型");
        var forms = IntStream.range(0, AT_ONCE)
                .mapToObj(index -> steps.form(product, phone()).put("content", SAID))
                .toList();

        var answers = together(forms);

        assertThat(of(answers, 201)).isEqualTo(AT_ONCE);
        assertThat(answers.stream()
                        .map(answer -> answer.json().path("receiptNumber"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.json().has("followUpCode")))
                .hasSize(1);
    }

    @Test
    @Tag("CO-12")
    void a_form_that_is_sent_again_with_its_proof_gets_the_first_answer_however_often_and_at_once() throws Exception {
        var product = steps.inPublicity("限额巡检仪癸型");
        var form = steps.form(product, phone());

        var answers = together(Collections.nCopies(AT_ONCE, form));

        assertThat(of(answers, 201)).isEqualTo(AT_ONCE);
        assertThat(answers.stream().map(Answer::json).distinct()).hasSize(1);
        var receipt = answers.getFirst().json();
        assertThat(steps.state(receipt)).isEqualTo("received");
        tongban.clock().moveTo(Instant.parse(ObjectionSteps.PUBLICITY_OVER));
        assertThat(right(steps.send(form), 201).json()).isEqualTo(receipt);

        var other = form.deepCopy().put("content", "用同一凭据提交的另一段完全不同的异议内容，请核实。");
        assertThat(steps.send(other).violations()).containsExactly("/phoneProof proof-refused");
        assertThat(steps.send(form.deepCopy().put("productId", UUID.randomUUID().toString()))
                        .violations())
                .containsExactly("/phoneProof proof-refused");
    }

    @Test
    void of_one_phone_one_objection_to_a_product_is_open() throws Exception {
        var product = steps.inPublicity("限额巡检仪丙型");
        var phone = phone();
        var forms =
                IntStream.range(0, 8).mapToObj(index -> again(product, phone)).toList();

        var answers = together(forms);

        assertThat(of(answers, 201)).isEqualTo(1);
        assertThat(of(answers, 409)).isEqualTo(7);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.code().equals("objection-open"));
        var receipt = answers.stream()
                .filter(answer -> answer.status() == 201)
                .findAny()
                .orElseThrow()
                .json();
        var review = steps.claimed(steps.officer, receipt.path("receiptNumber").asText());
        right(steps.decide(steps.officer, review, "reject", "未提供任何依据"), 200);
        right(steps.send(again(product, phone)), 201);
    }

    @Test
    void a_phone_objects_five_times_a_day() throws Exception {
        var phone = phone();
        var forms = new ArrayList<ObjectNode>();
        for (var name : List.of("丁", "戊", "己", "庚", "辛", "壬", "癸")) {
            forms.add(again(steps.inPublicity("限额巡检仪" + name + "型"), phone));
        }

        var answers = together(forms);

        assertThat(of(answers, 201)).isEqualTo(5);
        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).hasSize(2).allMatch(answer -> answer.code().equals("objection-limit"));
        // The day is over in fourteen hours.
        assertThat(Integer.parseInt(refused.getFirst().header("Retry-After"))).isBetween(50_000, 50_400);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(1)));
        right(steps.send(forms.get(answers.indexOf(refused.getFirst()))), 201);
    }

    @Test
    void an_address_objects_twenty_times_a_day() throws Exception {
        var product = steps.inPublicity("限额巡检仪子型");
        var forms = IntStream.range(0, AT_ONCE)
                .mapToObj(index -> steps.form(product, phone()))
                .toList();

        var answers = together(forms);

        assertThat(of(answers, 201)).isEqualTo(20);
        assertThat(of(answers, 429)).isEqualTo(12);
    }
}
