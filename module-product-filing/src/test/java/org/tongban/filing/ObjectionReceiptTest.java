package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.filing.ObjectionSteps.PUBLIC;
import static org.tongban.filing.ObjectionSteps.phone;
import static org.tongban.filing.ObjectionSteps.right;
import static org.tongban.filing.ObjectionSteps.words;

import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What whoever objects gets in hand (PF-60, CO-15). */
@TongbanTest
@Tag("PF-60")
@Tag("CO-15")
class ObjectionReceiptTest {
    private static final int AT_ONCE = 32;

    private final Tongban tongban;
    private final ObjectionSteps steps;

    ObjectionReceiptTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new ObjectionSteps(tongban);
    }

    @Test
    void whoever_has_the_code_gets_the_receipt_as_pdf_and_nobody_else() throws Exception {
        var product = steps.inPublicity("回执巡检仪甲型");
        var phone = phone();
        var sent = right(steps.send(steps.form(product, phone)), 201).json();
        var number = sent.path("receiptNumber").asText();
        var code = sent.path("followUpCode").asText();
        var other = right(steps.send(steps.form(product, phone())), 201).json();

        var pdf = right(steps.receipt(number, code), 200);

        assertThat(pdf.header("Cache-Control")).isEqualTo("no-store");
        assertThat(pdf.header("Content-Disposition")).startsWith("attachment").contains(number);
        assertThat(words(pdf)).contains(number, "回执巡检仪甲型").doesNotContain(phone, ObjectionSteps.EMAIL, code);
        assertThat(right(steps.receipt(number, code), 200).body()).isEqualTo(pdf.body());
        assertThat(steps.receipt(number, other.path("followUpCode").asText()).code())
                .isEqualTo("not-found");
        assertThat(steps.receipt("YY2026-0000000-0", code).status()).isEqualTo(404);
        assertThat(tongban.anonymous()
                        .get(PUBLIC + "/receipt?receiptNumber=" + number)
                        .status())
                .isEqualTo(400);
        assertThat(tongban.as("unit-b")
                        .with("Follow-Up-Code", "7K3M-PQ2R-9XHA-VB4T")
                        .get(PUBLIC + "/receipt?receiptNumber=" + number)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void of_32_who_ask_at_once_all_get_one_receipt() throws Exception {
        var sent = steps.received(steps.inPublicity("回执巡检仪乙型"));
        Callable<Answer> ask = () -> steps.receipt(
                sent.path("receiptNumber").asText(), sent.path("followUpCode").asText());
        var tags = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : threads.invokeAll(Collections.nCopies(AT_ONCE, ask))) {
                tags.add(right(one.get(), 200).etag());
            }
        }
        assertThat(tags).hasSize(1);
    }
}
