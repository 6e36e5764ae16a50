package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.system.PublicVisitor.Chosen;
import org.tongban.testkit.Answer;
import org.tongban.testkit.SamplePdf;
import org.tongban.testkit.Tongban;

/** Somebody who objects to a product on the pages of the portal, before a browser and with a phone of their own. */
final class Objector {
    static final String FORM = "/forms/product-filing/objection";
    static final String CONTENT = "该产品所列专利并未用于产品，<b>产品</b>的驱动方式明显不同，请予核实。";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Tongban tongban;
    private final PublicVisitor visitor;
    private final String phone = "138%08d".formatted(66_000_000 + COUNT.incrementAndGet());

    Objector(Tongban tongban) {
        this.tongban = tongban;
        this.visitor = new PublicVisitor(tongban);
    }

    PublicVisitor visitor() {
        return visitor;
    }

    String phone() {
        return phone;
    }

    /** Opens the second step for a product and fills it in. */
    void fillIn(String product) {
        visitor.get(FORM + "?step=fields&subject=" + product);
        fillIn();
    }

    /** Fills the second step in, which is looked at. */
    void fillIn() {
        visitor.type("/objectorKind", "person")
                .type("/objectorName", "周明远")
                .type("/phone", phone)
                .type("/email", "zhou@example.org")
                .type("/grounds", "untrue", "patent-not-used")
                .type("/content", CONTENT)
                .type("/truthDeclared", "true");
    }

    /** Goes on from the second step and proves the phone. */
    Answer prove() {
        assertPage(visitor.press(FORM, "go", "next"), 200, "第 3 步，共 5 步：验证手机", phone);
        assertPage(visitor.solve().send(FORM + "/code"), 200, "验证码已发送至 +86138****");
        return enterCode();
    }

    /** Types the code in that came by short message. */
    Answer enterCode() {
        return visitor.type("code", tongban.codeSentTo("+86" + phone)).send(FORM + "/proof");
    }

    static Chosen pdf(String name) {
        return new Chosen("/evidence", name, "application/pdf", SamplePdf.small());
    }

    static void assertPage(Answer page, int status, CharSequence... words) {
        assertThat(page.status()).as(page.toString()).isEqualTo(status);
        assertThat(page.text())
                .contains(words)
                .doesNotContainPattern("<script(?![^>]* src=\"/assets/)|\\son[a-z]+=|\\sstyle=");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
}
