package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.system.Objector.CONTENT;
import static org.tongban.system.Objector.FORM;
import static org.tongban.system.Objector.assertPage;
import static org.tongban.system.Objector.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.system.PublicVisitor.Chosen;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Something goes wrong on the way through a public form, and nothing that was typed or uploaded is lost by it. */
@TongbanTest
@Tag("PO-4")
class PublicFormTroubleTest {
    private static final byte[] HTML = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);

    private final Tongban tongban;
    private final Objector objector;
    private final PublicVisitor visitor;
    private final PublicProducts products;

    PublicFormTroubleTest(Tongban tongban) {
        this.tongban = tongban;
        this.objector = new Objector(tongban);
        this.visitor = objector.visitor();
        this.products = new PublicProducts(tongban);
        products.forgetAddresses();
    }

    @Test
    @Tag("CO-25")
    @Tag("PO-3")
    void who_can_use_no_captcha_has_the_code_mailed() {
        var product = products.inPublicity("邮验机");
        var mailbox = "zhou%s@example.org".formatted(objector.phone());
        objector.fillIn(product);
        visitor.type("/email", mailbox);
        assertPage(visitor.press(FORM, "go", "next"), 200, "看不清图片，也听不了录音", mailbox);
        assertPage(visitor.press(FORM + "/code", "by", "mail"), 200, "输入邮件验证码", "z***@example.org");
        assertPage(visitor.type("code", "1").send(FORM + "/proof"), 400, "输入邮件验证码", "验证码不正确");
        assertPage(visitor.type("code", tongban.codeSentTo(mailbox)).send(FORM + "/proof"), 200, "第 4 步，共 5 步：上传材料");
        assertPage(visitor.upload(FORM + "/files", pdf("mailed.pdf")), 200, "mailed.pdf");
        assertPage(visitor.press(FORM, "go", "next"), 200, "核对提交", "mailed.pdf");
        visitor.press(FORM, "go", "fields");
        visitor.type("/email", "other" + mailbox);
        assertPage(visitor.press(FORM, "go", "next"), 200, "第 3 步，共 5 步：验证手机");
        visitor.press(FORM, "go", "fields");
        visitor.type("/email", mailbox);
        visitor.press(FORM, "go", "next");
        assertPage(visitor.solve().send(FORM + "/code"), 200, "输入短信验证码");
        assertPage(objector.enterCode(), 200, "第 4 步，共 5 步：上传材料");
        visitor.press(FORM, "go", "next");
        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功");
    }

    @Test
    @Tag("CO-25")
    @Tag("PF-62")
    void tells_of_an_open_objection_once_the_mailbox_is_proven_too() {
        var product = products.inPublicity("重复邮验机");
        var mailbox = "again%s@example.org".formatted(objector.phone());
        assertPage(provenByMail(product, mailbox, CONTENT), 200, "上传材料");
        visitor.press(FORM, "go", "next");
        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功");

        tongban.letCodesAge(Duration.ofMinutes(2));
        var again = provenByMail(product, mailbox, CONTENT + "另外，专利已经失效。");
        assertPage(again, 409, "现在不能提交", "正在处理中", "href=\"/follow\"");
    }

    private Answer provenByMail(String product, String mailbox, String content) {
        objector.fillIn(product);
        visitor.type("/email", mailbox).type("/content", content);
        visitor.press(FORM, "go", "next");
        visitor.press(FORM + "/code", "by", "mail");
        return visitor.type("code", tongban.codeSentTo(mailbox)).send(FORM + "/proof");
    }

    @Test
    void keeps_the_files_that_are_right_and_names_each_that_is_not() {
        objector.fillIn(products.inPublicity("多文件机"));
        objector.prove();

        var page = visitor.upload(
                FORM + "/files",
                new Chosen("/evidence", "evil.html", "text/html", HTML),
                pdf("good1.pdf"),
                new Chosen("/evidence", "lie.png", "image/png", HTML),
                pdf("good2.pdf"));

        assertPage(page, 415, "有 2 处需要修改", "evil.html：", "lie.png：", "good1.pdf", "good2.pdf");
        assertThat(visitor.control("/evidence")).hasSize(2);
        assertThat(page.text().split("每个不超过", -1)).as("limits said once").hasSize(2);
    }

    @Test
    void a_file_that_was_taken_out_counts_no_more() {
        objector.fillIn(products.inPublicity("换文件机"));
        objector.prove();
        visitor.upload(FORM + "/files", pdf("kept1.pdf"), pdf("kept2.pdf"));

        for (int time = 0; time < 12; time++) {
            assertPage(visitor.upload(FORM + "/files", pdf("again" + time + ".pdf")), 200, "again" + time + ".pdf");
            assertPage(visitor.press(FORM, "remove", "/evidence/2"), 200, "kept2.pdf");
        }
        assertThat(visitor.control("/evidence")).hasSize(2);
        var many = new Chosen[9];
        for (int i = 0; i < many.length; i++) {
            many[i] = pdf("more" + i + ".pdf");
        }
        assertPage(visitor.upload(FORM + "/files", many), 409, "more8.pdf：已上传但尚未提交的文件太多。请先删除", "more7.pdf");
        assertThat(visitor.control("/evidence")).hasSize(10);
    }

    @Test
    @Tag("PO-5")
    void shows_each_step_again_with_all_that_was_typed_when_the_cookie_is_gone() {
        objector.fillIn(products.inPublicity("失效机"));
        var ended = new String[] {"尚未提交，请再试一次", "href=\"#form\"", "第 "};

        visitor.cookies().clear();
        assertPage(visitor.press(FORM, "go", "next"), 403, ended);
        assertThat(visitor.text())
                .contains("请予核实。</textarea>", "value=\"zhou@example.org\"")
                .doesNotContain("处需要修改");
        assertThat(visitor.cookies()).isNotEmpty();
        assertPage(visitor.press(FORM, "go", "next"), 200, "图形验证");

        visitor.cookies().clear();
        assertPage(visitor.solve().send(FORM + "/code"), 403, ended);
        assertPage(visitor.solve().send(FORM + "/code"), 200, "验证码已发送");
        visitor.cookies().clear();
        assertPage(visitor.type("code", "000000").send(FORM + "/proof"), 403, ended);
        assertPage(objector.enterCode(), 200, "上传材料");

        assertPage(visitor.upload(FORM + "/files", pdf("first.pdf")), 200, "first.pdf");
        visitor.cookies().clear();
        assertPage(visitor.upload(FORM + "/files", pdf("second.pdf")), 403, ended);
        assertThat(visitor.text()).contains("first.pdf").doesNotContain("second.pdf");
        assertPage(visitor.upload(FORM + "/files", pdf("second.pdf")), 200, "first.pdf", "second.pdf");
        assertPage(visitor.press(FORM, "go", "next"), 200, "核对提交");

        visitor.cookies().clear();
        assertPage(visitor.send(FORM + "/submission"), 403, ended);
        assertThat(visitor.text()).contains("周明远", "second.pdf");
        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功");
    }

    @Test
    @Tag("PF-62")
    void tells_of_an_open_objection_once_the_phone_is_proven_and_not_before() {
        var product = products.inPublicity("重复异议机");
        objector.fillIn(product);
        objector.prove();
        visitor.press(FORM, "go", "next");
        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功");

        tongban.letCodesAge(Duration.ofMinutes(2));
        objector.fillIn(product);
        visitor.type("/content", CONTENT + "另外，专利已经失效。");
        assertPage(objector.prove(), 409, "现在不能提交", "正在处理中", "href=\"/follow\"");
        assertThat(visitor.text()).doesNotContain("处需要修改", "type=\"file\"");
        assertPage(visitor.press(FORM, "go", "fields"), 200, "另外，专利已经失效。</textarea>");
        assertPage(visitor.press(FORM, "go", "next"), 409, "正在处理中");

        // Who has not proven the phone is told nothing of it.
        objector.fillIn(product);
        visitor.type("/content", CONTENT + "另外，专利已经失效。")
                .type("proven", objector.phone())
                .type("/phoneProof", "x".repeat(43));
        assertThat(visitor.press(FORM, "go", "next").text()).doesNotContain("正在处理中");
    }

    @Test
    @Tag("PF-60")
    void tells_at_the_second_step_that_the_product_is_open_to_objections_no_more() {
        var product = products.inPublicity("已结束机");
        objector.fillIn(product);
        products.change(
                "update product_filing.recognition set publicity_start = date '2026-01-05' where product = cast(? as"
                        + " uuid)",
                product);

        assertPage(visitor.press(FORM, "go", "next"), 409, "现在不能提交");
        assertThat(visitor.text()).doesNotContain("处需要修改");
    }

    @Test
    @Tag("PO-2")
    @Tag("PO-3")
    @Tag("PO-8")
    void says_what_to_do_and_how_to_type_in_both_languages() {
        var product = products.inPublicity("用词机");
        visitor.get(FORM + "?step=fields&subject=" + product);
        assertThat(visitor.text())
                .containsPattern("name=\"/phone\" type=\"tel\" inputmode=\"tel\" autocomplete=\"tel\"")
                .containsPattern("name=\"/email\" type=\"email\" inputmode=\"email\" autocomplete=\"email\"")
                .containsPattern("name=\"/objectorName\" type=\"text\" inputmode=\"text\" autocomplete=\"name\"")
                .contains("novalidate");
        visitor.type("/email", "no").type("/objectorIdNumber", "1-2").type("/objectorName", "周");
        assertPage(
                visitor.press(FORM, "go", "next"),
                400,
                "<span>请填写完整的邮箱地址，如 name@example.cn</span></p>",
                "请填写 5 至 18 位字母或数字",
                "请阅读后勾选",
                "请至少填写 2 个字符",
                "请选择一项",
                "请至少选择一项");
        assertThat(visitor.text()).doesNotContain("格式不对", "此项必填");

        assertPage(
                visitor.press(FORM + "?lang=en", "go", "next"),
                400,
                "Enter the whole e-mail address",
                "Tick the box to confirm.",
                "Enter 2 or more characters.");
        assertThat(visitor.text()).doesNotContain("Characters:", "wanted form");
    }

    @Test
    @Tag("PO-2")
    @Tag("PO-3")
    void a_page_that_answers_a_form_is_had_in_the_other_language() {
        objector.fillIn(products.inPublicity("换语言机"));
        visitor.press(FORM, "go", "next");
        assertThat(visitor.text()).contains("formaction=\"" + FORM + "?lang&#x3D;en\" lang=\"en\">English</button>");

        assertPage(visitor.press(FORM + "?lang=en", "go", "same"), 200, "Verify your phone", "lang=\"zh-CN\">中文");
        assertPage(visitor.solve().send(FORM + "/code?lang=en"), 200, "A code was sent");
        assertPage(visitor.press(FORM + "?lang=zh", "go", "same"), 200, "验证码已发送至 +86138****");
        assertPage(objector.enterCode(), 200, "上传材料");
    }
}
