package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What was filed through the API, on the portal's pages. */
@TongbanTest
class PortalJourneyTest {
    private static final String SHOWN = "201720444997.9";
    private static final String HIDDEN = "201820107133.2";
    private static final String NAME = "轮对退卸机<script>alert('壬')</script><b>&甲</b>型";

    @Test
    @Tag("PF-70")
    @Tag("PO-1")
    @Tag("PO-5")
    void a_product_that_was_filed_is_found_and_shown_by_the_portal(Tongban tongban) {
        var id = new Filings(tongban.as("unit-b"), tongban.as("admin"), tongban.as("reviewer"), SHOWN, HIDDEN)
                .withRegistry()
                .filed(NAME);
        var anyone = tongban.anonymous();

        var results = anyone.get("/search?q=" + encoded("退卸机"));
        assertThat(results.status()).isEqualTo(200);
        assertThat(results.header("Content-Type")).startsWith("text/html");
        assertThat(results.text()).contains("/products/" + id, "<mark>退卸机</mark>", "北京新联铁集团股份有限公司");
        assertEscaped(results);

        var page = anyone.get("/products/" + id);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("已备案", "ZL" + SHOWN, "用于轮对的轴承压装退卸机", "/api/platform/v1/public/files/")
                .doesNotContain(HIDDEN, "内孔测量装置", "31.5");
        assertEscaped(page);

        assertThat(anyone.get("/search?q=" + SHOWN).text()).contains("/products/" + id);
        assertThat(anyone.get("/search?q=" + HIDDEN).text()).doesNotContain("/products/" + id);
        assertThat(anyone.get("/search?q=" + encoded("内孔测量")).text()).doesNotContain("/products/" + id);
        assertThat(anyone.get("/").text()).contains("已备案");
    }

    private static void assertEscaped(Answer page) {
        assertThat(page.text())
                .contains("&lt;script&gt;alert(", "&lt;b&gt;&amp;甲&lt;/b&gt;型")
                .doesNotContain("<script>alert", "<b>&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
