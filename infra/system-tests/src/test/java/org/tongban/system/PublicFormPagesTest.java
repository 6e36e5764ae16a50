package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.system.Objector.CONTENT;
import static org.tongban.system.Objector.FORM;
import static org.tongban.system.Objector.assertPage;
import static org.tongban.system.Objector.pdf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.system.PublicVisitor.Chosen;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Somebody objects to a product on the pages of the portal, without an account and without script. */
@TongbanTest
@Tag("PO-4")
class PublicFormPagesTest {
    private final Tongban tongban;
    private final Objector objector;
    private final PublicVisitor visitor;
    private final PublicProducts products;

    PublicFormPagesTest(Tongban tongban) {
        this.tongban = tongban;
        this.objector = new Objector(tongban);
        this.visitor = objector.visitor();
        this.products = new PublicProducts(tongban);
        products.forgetAddresses();
    }

    private String text(String pattern) {
        var found = Pattern.compile(pattern).matcher(visitor.text());
        assertThat(found.find()).as(visitor.text()).isTrue();
        return found.group(1);
    }

    @Test
    @Tag("PF-60")
    @Tag("PO-2")
    @Tag("PO-5")
    @Tag("CO-25")
    void objects_from_the_page_of_the_product_and_follows_the_objection() {
        var product = products.inPublicity("轨道<b>检测</b>车");
        visitor.get("/products/" + product);
        assertThat(visitor.cookies()).isEmpty();
        assertPage(
                visitor.get(visitor.link("/forms/product-filing/objection[^\"]*")),
                200,
                "第 1 步，共 5 步：了解规则",
                "轨道&lt;b&gt;检测&lt;/b&gt;车",
                "该产品正在公示，公示期至2026年12月3日 24:00");
        assertPage(visitor.get(visitor.link(FORM + "[^\"]*step[^\"]*")), 200, "第 2 步，共 5 步：填写内容", "异议内容");
        assertThat(visitor.text()).doesNotContain("/phoneProof", "type=\"file\"");
        objector.fillIn();

        assertPage(objector.prove(), 200, "第 4 步，共 5 步：上传材料", "type=\"file\"");
        assertPage(visitor.upload(FORM + "/files", pdf("证据%22一%22.pdf"), pdf("second.pdf")), 200, "second.pdf", "证据");
        assertThat(visitor.control("/evidence")).hasSize(2);
        var lie = new Chosen("/evidence", "third.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8));
        var refused = visitor.upload(FORM + "/files", lie);
        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
        assertThat(visitor.text()).contains("error-summary", "third.png：", "href=\"#f-evidence\"", "second.pdf");
        assertPage(visitor.press(FORM, "remove", "/evidence/0"), 200, "second.pdf");
        assertThat(visitor.control("/evidence")).hasSize(1);
        assertPage(
                visitor.press(FORM, "go", "next"),
                200,
                "第 5 步，共 5 步：核对提交",
                "&lt;b&gt;产品&lt;/b&gt;的驱动方式",
                "不真实",
                "second.pdf",
                "周明远");

        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功", "查询码只显示这一次");
        var number = text("<strong>(YY[^<]*)</strong>");
        var code = text("<strong>([2-9A-Z]{4}-[^<]*)</strong>");
        assertReceipt(visitor.send("/follow/receipt"), number, code);
        visitor.get("/follow?receipt=" + number);
        assertPage(visitor.get("/follow?receipt=" + number), 200, number, "查询处理进度");
        assertPage(visitor.type("code", code.toLowerCase(Locale.ROOT)).send("/follow"), 200, "已收到", "轨道&lt;b&gt;检测");
        assertThat(visitor.text()).doesNotContain(code, "周明远", objector.phone());
        // The button of the page sends what stands in it.
        visitor.type("receipt", number).type("code", visitor.control("code").getFirst());
        assertReceipt(visitor.send("/follow/receipt"), number, code);
        for (var path : new String[] {"/follow", "/follow/receipt"}) {
            visitor.get("/follow");
            assertPage(
                    visitor.type("receipt", number)
                            .type("code", "2222-2222-2222-2222")
                            .send(path),
                    404,
                    "不符");
            assertPage(visitor.type("receipt", "").type("code", "").send(path), 400, "请输入回执号", "请输入查询码");
        }
        assertThat(visitor.get("/follow/receipt?receipt=" + number + "&code=" + code)
                        .status())
                .isEqualTo(404);
    }

    /** The very bytes that the API answers. */
    private void assertReceipt(Answer receipt, String number, String code) {
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(200);
        assertThat(receipt.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(receipt.header("Cache-Control")).startsWith("private");
        assertThat(receipt.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(number);
        assertThat(receipt.body())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII))
                .isEqualTo(tongban.anonymous()
                        .with("Follow-Up-Code", code)
                        .get("/api/product-filing/v1/public/objections/receipt?receiptNumber=" + number)
                        .body());
    }

    /** Whoever sends the same text again gets the number of the first receipt, and nothing that another handed in. */
    @Test
    @Tag("PF-60")
    @Tag("PF-62")
    void gives_no_receipt_to_who_repeats_what_another_sent() {
        var product = products.inPublicity("重复机");
        assertThat(objected(objector, product).text()).contains("下载回执（PDF）");
        assertThat(objected(new Objector(tongban), product).text())
                .contains("已有他人提交过相同的内容")
                .doesNotContain("告知您", "下载回执", "/follow/receipt");
    }

    private static Answer objected(Objector objector, String product) {
        objector.fillIn(product);
        objector.prove();
        objector.visitor().press(FORM, "go", "next");
        return objector.visitor().send(FORM + "/submission");
    }

    @Test
    @Tag("PF-60")
    @Tag("PO-3")
    @Tag("PO-8")
    void tells_what_is_wrong_in_one_summary_and_keeps_what_was_typed() {
        var product = products.inPublicity("农田巡检机");
        objector.fillIn(product);
        visitor.type("/content", "太短").type("/objectorKind", "unit").type("/email", "");

        assertPage(
                visitor.press(FORM, "go", "next"),
                400,
                "role=\"alert\" tabindex=\"-1\" autofocus",
                "href=\"#f-content\"",
                "href=\"#f-email\"",
                "href=\"#f-contactName\"",
                "<title>有误：第 2 步",
                ">\n太短</textarea>",
                "value=\"" + objector.phone() + "\"");
        assertThat(visitor.control("/grounds")).containsExactlyInAnyOrder("untrue", "patent-not-used");
        assertThat(visitor.control("/truthDeclared")).containsExactly("true");

        objector.fillIn();
        assertPage(visitor.press(FORM, "go", "next"), 200, "图形验证");
        var first = visitor.control("captcha-id").getFirst();
        assertPage(visitor.type("captcha-answer", "000").send(FORM + "/code"), 400, "href=\"#captcha-answer\"");
        assertThat(visitor.control("captcha-id").getFirst()).isNotEqualTo(first);
        assertPage(visitor.press(FORM, "go", "captcha"), 200, "/picture\"", "/audio\"");
        assertPage(visitor.solve().send(FORM + "/code"), 200, "验证码已发送");
        assertPage(visitor.type("code", "1").send(FORM + "/proof"), 400, "href=\"#code\"", "验证码不正确");
        assertPage(objector.enterCode(), 200, "上传材料");
        assertPage(visitor.press(FORM, "go", "fields"), 200, "请予核实。</textarea>");
        visitor.type("/email", "x@y");
        assertPage(visitor.press(FORM, "go", "next"), 200, "上传材料");
        visitor.type("/evidence", "not-uploaded.pdf");
        assertPage(visitor.press(FORM, "go", "next"), 400, "所选文件尚未上传");
        assertPage(visitor.press(FORM, "go", "next"), 200, "核对提交");
        assertPage(visitor.send(FORM + "/submission"), 400, "第 2 步", "href=\"#f-email\"", "value=\"x@y\"");
        visitor.type("/email", "zhou@example.org");
        visitor.press(FORM, "go", "next");
        visitor.press(FORM, "go", "next");
        assertPage(visitor.send(FORM + "/submission"), 200, "提交成功");
    }

    @Test
    @Tag("PF-60")
    void chooses_the_product_from_the_home_page_and_objects_to_none_that_is_only_filed() {
        var open = products.inPublicity("选择用甲型机");
        var closed = products.filed("选择用乙型机");
        visitor.get("/");
        assertPage(visitor.get(visitor.link(FORM)), 200, "<h2>选择");
        assertPage(
                visitor.get(FORM + "?q=" + URLEncoder.encode("选择用", StandardCharsets.UTF_8)), 200, "乙型机", "目前不能就此提交");
        assertThat(visitor.link(FORM + "\\?subject[^\"]*")).endsWith(open);
        assertThat(visitor.text()).doesNotContain("subject=" + closed, "subject&#x3D;" + closed);
        assertPage(visitor.get(FORM + "?step=fields&subject=" + closed), 200, "目前不能就该对象提交");
        assertThat(visitor.get("/products/" + closed).text()).doesNotContain("我有异议");
        assertThat(visitor.get(FORM + "?lang=en").text()).contains("Step 1 of 5: Before you start");
        assertThat(visitor.get("/forms/product-filing/product").status()).isEqualTo(404);
        assertThat(visitor.get("/forms/none/none").status()).isEqualTo(404);
    }

    @Test
    @Tag("PO-5")
    void takes_nothing_that_another_site_has_a_browser_send() {
        var product = products.inPublicity("异站机");
        objector.fillIn(product);
        var token = visitor.control("token").getFirst();
        assertThat(visitor.cookies()).containsEntry("tongban-form", token);
        assertThat(visitor.send(FORM, "https://example.org").status()).isEqualTo(403);
        var stranger = new PublicVisitor(tongban);
        stranger.get(FORM + "?step=fields&subject=" + product);
        for (var path : new String[] {"", "/code", "/proof", "/submission"}) {
            var refused =
                    stranger.type("token", token).type("/content", CONTENT).send(FORM + path, "https://example.org");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.text()).doesNotContain("请予核实");
        }
        stranger.get(FORM + "?step=fields&subject=" + product);
        var chosen = pdf("a.pdf");
        assertThat(stranger.type("token", token).upload(FORM + "/files", chosen).status())
                .isEqualTo(403);
        stranger.get(FORM + "?step=fields&subject=" + product);
        assertThat(stranger.upload(FORM + "/files", chosen).status()).isEqualTo(400);
        assertThat(stranger.text()).contains("第 3 步");
        assertThat(tongban.anonymous()
                        .unchecked()
                        .bytes("POST", FORM + "/files", new byte[2_000_000], "multipart/form-data; boundary=x")
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void never_names_the_file_of_another() {
        var product = products.inPublicity("旁人机");
        objector.fillIn(product);
        objector.prove();
        visitor.upload(FORM + "/files", pdf("private-name.pdf"));
        var file = visitor.control("/evidence").getFirst();
        var other = new PublicVisitor(tongban);
        other.get(FORM + "?step=fields&subject=" + product);
        other.type("/evidence", file).type("go", "files");
        assertThat(other.send(FORM).text()).doesNotContain("private-name", file);
    }
}
