package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Where the subject of a public form is chosen, each choice says which it is, also to who only hears it (PF-60, PO-3). */
@TongbanTest
@Tag("PF-60")
@Tag("PO-3")
class PublicFormChooserTest {
    private static final String FORM = "/forms/product-filing/objection";
    private static final Pattern CHOICE =
            Pattern.compile("(?s)<p class=\"card__choice\"><a [^>]*href=\"([^\"]+)\">(.*?)</a></p>");

    private final PublicVisitor visitor;
    private final PublicProducts products;

    PublicFormChooserTest(Tongban tongban) {
        this.visitor = new PublicVisitor(tongban);
        this.products = new PublicProducts(tongban);
    }

    /** A unit may have several products of one name, which differ in the model. */
    private void name(String product, String name, String model) {
        products.change(
                "update product_filing.public_product set name = ?, product = jsonb_set(product, '{model}',"
                        + " to_jsonb(cast(? as text))) where id = cast(? as uuid)",
                name,
                model,
                product);
    }

    /** What each link that chooses is called, by where it leads. */
    private Map<String, String> choices(String text, String language) {
        var address = FORM + "?lang=" + language + "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        var page = visitor.get(address);
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        var choices = new LinkedHashMap<String, String>();
        CHOICE.matcher(page.text())
                .results()
                .forEach(link -> choices.put(
                        link.group(1).replaceAll(".*subject(=|&#x3D;)", ""),
                        link.group(2).replaceAll("<[^>]+>", "").replaceAll("\\s+", " ")));
        return choices;
    }

    @Test
    void products_of_one_name_are_told_apart_by_unit_and_model() {
        var first = products.inPublicity("选名同机甲");
        var second = products.inPublicity("选名同机乙");
        var filed = products.filed("选名同机丙");
        name(first, "选名同机 <b>", "TX-7");
        name(second, "选名同机 <b>", "TX-8");

        var chinese = choices("选名同机", "zh");

        assertThat(chinese).containsOnlyKeys(first, second);
        assertThat(chinese.get(first)).startsWith("选择选名同机 &lt;b&gt; 备案单位 ").endsWith(" 规格型号 TX-7");
        assertThat(chinese.get(second)).isEqualTo(chinese.get(first).replace("TX-7", "TX-8"));
        assertThat(visitor.text()).contains("选名同机丙</h3>", "目前不能就此提交").doesNotContain(filed, "<b>");

        var english = choices("选名同机", "en");
        assertThat(english.get(first)).startsWith("Choose 选名同机 &lt;b&gt; Unit ").endsWith(" Model TX-7");
        assertThat(english.get(second)).endsWith(" Model TX-8");
        assertThat(visitor.text()).contains("Choose <span class=\"visually-hidden\"><span lang=\"zh-CN\">选名同机</span>");
    }
}
