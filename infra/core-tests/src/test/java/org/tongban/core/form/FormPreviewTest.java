package org.tongban.core.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Language;
import org.tongban.core.page.PageAddress;
import org.tongban.core.page.Views;
import org.tongban.core.page.form.FormField;
import org.tongban.core.page.form.FormInput;
import org.tongban.core.page.form.FormPages;
import org.tongban.core.page.form.FormPart;
import org.tongban.testkit.PageForm;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** A form of every kind of field, as the server renders it. */
@TongbanTest
@Tag("CO-30")
class FormPreviewTest {
    private static final String FORM = "trial/survey@2";

    private final Tongban tongban;
    private final RegisteredForm form;

    FormPreviewTest(Tongban tongban) {
        this.tongban = tongban;
        form = tongban.context().getBean(Forms.class).find(FORM).orElseThrow();
    }

    private String preview(String query) {
        var answer = tongban.anonymous().get("/docs/forms/trial/survey/2?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    /** The form with a document of the test's own; {@code read} to be read. */
    private String rendered(String document, boolean read) {
        var pages = tongban.context().getBean(FormPages.class);
        var views = tongban.context().getBean(Views.class);
        var tree = Documents.read(document);
        var view = read
                ? pages.read(form, tree, Language.ZH)
                : pages.edited(form, tree, form.submit().check(tree), Language.ZH);
        var address = new PageAddress(Language.ZH, true, "/", Map.of());
        return views.render(read ? "page/form-read" : "page/form-edit", view, address);
    }

    @Test
    void shows_a_control_of_its_kind_for_every_property() {
        assertThat(preview("lang=zh"))
                .contains("<input class=\"input\" id=\"f-topic\" name=\"/topic\" type=\"text\"")
                .contains("<textarea class=\"input\" id=\"f-reason\" name=\"/reason\"")
                .contains("<input type=\"radio\" name=\"/mood\" value=\"good\"> 好")
                .contains("<input type=\"checkbox\" name=\"/days\" value=\"tue\"> 周二")
                .contains("<input type=\"radio\" name=\"/agreed\" value=\"true\"> 是")
                .contains("name=\"/count\" type=\"text\" inputmode=\"numeric\"", "（次）")
                .contains("<select class=\"input\" id=\"f-country\" name=\"/country\"", "<option value=\"DE\">DE ")
                .contains("id=\"f-picture\" name=\"/picture\" type=\"file\" accept=\"image/png")
                .contains("<fieldset class=\"group\" id=\"f-place\"", "name=\"/place/town\"")
                .contains("name=\"/guests/0/name\"", "<button", "name=\"add\" value=\"/guests\">添加客人</button>");
    }

    @Test
    void says_what_is_needed_and_when() {
        assertThat(preview("lang=zh"))
                .contains("题目 &lt;1&gt;<span class=\"field__required\">必填</span>", "“心情”为“不好”时必填");
        assertThat(preview("lang=en"))
                .contains("Topic &lt;1&gt;<span class=\"field__required\">Required</span>")
                .contains("Needed where “Mood” is “Bad”", "One sentence &amp; no more than twenty characters");
    }

    @Test
    @Tag("PO-2")
    @Tag("CO-84")
    void says_beside_a_field_what_is_looked_at_when_it_is_left() {
        var page = preview("lang=zh").replace("&quot;", "'").replace("&#x3D;", "=");

        assertThat(page)
                .contains("data-vocabulary=\"/assets/vocabulary.", "<script src=\"/assets/fields.")
                .contains("<p class=\"field__error\" id=\"f-topic-error\" hidden></p>")
                .containsPattern("id=\"f-topic\"[^>]* data-checks=\"\\{'fold':'','rules':\\[\\{'keyword':'required',"
                        + "'message':'请填写此项'")
                .containsPattern("id=\"f-days\"[^>]* data-checks=")
                // An entry that is left empty is none.
                .doesNotContainPattern("name=\"/guests/0/[^>]*'keyword':'required'");
        assertThat(preview("lang=zh&look=read")).doesNotContain("data-checks");
    }

    @Test
    @Tag("PO-8")
    void links_a_summary_of_what_is_wrong_to_the_fields() {
        var page = preview("lang=zh&look=refused");

        assertThat(page)
                .contains("role=\"alert\"", "有 4 处需要修改")
                .contains("<a href=\"#f-topic\">题目 &lt;1&gt;：请填写此项</a>")
                .contains("<p class=\"field__error\" id=\"f-topic-error\"><span>请填写此项</span></p>")
                .contains(
                        "aria-describedby=\"f-topic-hint f-topic-error\" aria-required=\"true\" aria-invalid=\"true\"");
    }

    @Test
    void leads_to_the_form_what_is_wrong_with_no_field() {
        assertThat(rendered("{\"colour\":\"red\"}", false)).contains("<a href=\"#form\">/colour 没有这一项</a>");
    }

    @Test
    void keeps_what_was_filled_in_beside_what_is_wrong_with_it() {
        var page = rendered("""
            {"topic":"a <script>alert(1)</script> topic","mood":"bad","days":["mon","mon"],"country":"QQ",
             "guests":[{"name":"王"},{"age":200}]}
            """, false);

        assertThat(page)
                .contains("value=\"a &lt;script&gt;alert(1)&lt;/script&gt; topic\"")
                .contains("value=\"mon\" checked", "id=\"f-days-error\"", "id=\"f-guests-1-age-error\"")
                .contains("name=\"/guests/2/name\"", "<a href=\"#f-guests-1-name\">")
                .doesNotContain("<script");
    }

    @Test
    void shows_a_document_to_be_read_without_controls() {
        var page = rendered("""
            {"topic":"雨","mood":"good","reason":"<b>湿</b>\\n冷","days":["mon","wed"],"country":"DE","agreed":true,
             "place":{"town":"苏州"},"guests":[{"name":"王","age":30}]}
            """, true);

        assertThat(page)
                .contains("<dt>心情</dt><dd><span class=\"chosen\">好</span></dd>", "周一", "周三", "DE ", "苏州", "30")
                .contains("&lt;b&gt;湿&lt;/b&gt;", "<dt>手机</dt><dd><span class=\"hint\">未填写</span></dd>")
                .doesNotContain("<input", "<select", "<b>");
    }

    @Test
    void reads_back_what_its_controls_send() {
        var sent = new TreeMap<String, List<String>>();
        sent.put("/topic", List.of(" 天气 "));
        sent.put("/mood", List.of("good"));
        sent.put("/days", List.of("mon", "wed"));
        sent.put("/count", List.of("three"));
        sent.put("/agreed", List.of("true"));
        sent.put("/country", List.of(""));
        sent.put("/place/town", List.of("苏州"));
        sent.put("/guests/0/name", List.of("王"));
        sent.put("/guests/0/age", List.of("30"));
        sent.put("/guests/1/name", List.of(""));
        sent.put("/guests/3/age", List.of("7"));
        sent.put("/colour", List.of("red"));

        assertThat(FormInput.document(form, sent)).isEqualTo(Documents.read("""
            {"topic":"天气","mood":"good","days":["mon","wed"],"count":"three","agreed":true,"place":{"town":"苏州"},
             "guests":[{"name":"王","age":30},{"age":7}]}
            """));
    }

    @Test
    @Tag("PO-4")
    void reads_only_what_the_form_knows_however_it_is_named() {
        var sent = new TreeMap<String, List<String>>();
        sent.put("/place" + "/town".repeat(40), List.of("deep"));
        sent.put("/guests/00/name", List.of("王"));
        sent.put("/guests/-1/name", List.of("王"));
        sent.put("/guests/99999/name", List.of("王"));
        sent.put("guests/0/name", List.of("王"));
        sent.put("//topic", List.of("王"));
        sent.put("/__proto__/topic", List.of("王"));
        sent.put("/reason", List.of("一\r\n二 \r\n"));
        sent.put("", List.of("王"));

        assertThat(FormInput.document(form, sent)).isEqualTo(Documents.read("{\"reason\":\"一\\n二\"}"));
        for (int i = 0; i < 20_000; i++) {
            sent.put("/guests/" + i + "/name", List.of("王"));
        }
        assertThat(FormInput.document(form, sent).path("guests")).hasSize(10_000);
    }

    @Test
    @Tag("PO-4")
    void takes_an_entry_out_with_all_that_stands_in_it() {
        var sent = new TreeMap<String, List<String>>();
        sent.put("/topic", List.of("天气"));
        sent.put("/days", List.of("mon", "tue", "wed"));
        sent.put("/guests/0/name", List.of("王"));
        sent.put("/guests/1/name", List.of("李"));
        sent.put("/guests/1/age", List.of("30"));
        sent.put("/guests/10/name", List.of("张"));

        assertThat(FormInput.document(form, FormInput.without(sent, "/guests/1")))
                .isEqualTo(Documents.read("""
                    {"topic":"天气","days":["mon","tue","wed"],"guests":[{"name":"王"},{"name":"张"}]}
                    """));
        assertThat(FormInput.without(sent, "/days/1").get("/days")).containsExactly("mon", "wed");
        assertThat(FormInput.without(sent, "/days/7").get("/days")).hasSize(3);
        assertThat(FormInput.without(sent, "/topic")).doesNotContainKey("/topic");
        assertThat(rendered("{\"guests\":[{\"name\":\"王\"}]}", false))
                .contains("name=\"remove\" value=\"/guests/0\">删除客人 1</button>")
                .doesNotContain("value=\"/guests/1\">删除");
    }

    @Test
    @Tag("PO-4")
    void a_page_that_shows_part_of_a_form_carries_the_rest_along() {
        var document = Documents.read("""
            {"topic":"雨","days":["mon","wed"],"count":3,"agreed":false,"picture":"019a0000-0000-7000-8000-000000000001",
             "place":{"town":"苏州"},"guests":[{"name":"王","age":30},{"name":"李"}]}
            """);
        var pages = tongban.context().getBean(FormPages.class);
        var views = tongban.context().getBean(Views.class);
        var address = new PageAddress(Language.ZH, true, "/", Map.of());
        var parts = List.of(
                FormPart.WHOLE, FormPart.NOTHING, FormPart.FILES, FormPart.typedWithout(Set.of("topic", "place")));
        for (var part : parts) {
            var view =
                    pages.edited(form, part, document, List.of(), Language.ZH, id -> new FormField.Link("", "甲.png"));
            var values = PageForm.values(views.render("page/form-edit", view, address));
            pages.carried(form, part, document).forEach(hidden -> {
                assertThat(values).as(part.toString()).doesNotContainKey(hidden.name());
                values.put(hidden.name(), List.of(hidden.value()));
            });
            assertThat(FormInput.document(form, values)).as(part.toString()).isEqualTo(document);
        }
        var files =
                pages.edited(form, FormPart.FILES, document, List.of(), Language.ZH, id -> new FormField.Link("", id));
        assertThat(files.fields())
                .allSatisfy(field -> assertThat(field.head().name()).isEqualTo("/picture"));
    }

    @Test
    void lists_every_form_and_knows_no_other() {
        assertThat(tongban.anonymous().get("/docs/forms?lang=en").text())
                .contains("/docs/forms/trial/survey/1?lang", "/docs/forms/trial/survey/2?lang", "Survey", FORM);
        assertThat(tongban.anonymous().get("/docs/forms/trial/survey/3").status())
                .isEqualTo(404);
    }
}
