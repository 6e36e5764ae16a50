package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Api;
import org.tongban.testkit.SamplePdf;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The portal in a real browser: how every page looks, and the way of somebody who objects, by mouse, by keyboard and without scripts. */
@TongbanTest
@Tag("PO-7")
@Tag("PO-3")
class PortalInBrowserTest {
    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final int SEEN_ON_THE_WAY = 500_000;

    private final Tongban tongban;
    private final PublicProducts products;

    PortalInBrowserTest(Tongban tongban) {
        this.tongban = tongban;
        this.products = new PublicProducts(tongban);
        products.forgetAddresses();
    }

    @Test
    @Tag("PO-2")
    @Tag("PO-4")
    @Tag("PO-5")
    @Tag("PO-8")
    @Tag("CO-84")
    void somebody_finds_a_product_objects_with_a_file_and_follows_it() throws Exception {
        var seen = journey("mouse", "高速列车轮对检测装置", Map.of("language", "zh", "scripts", true));
        assertThat(seen.path("summaryFocused").asBoolean()).isTrue();
        assertThat(seen.path("captchaFocused").asBoolean()).isTrue();
        assertThat(seen.path("uploadRefusedFocused").asBoolean()).isTrue();
        assertThat(seen.path("followFocused").asBoolean()).isTrue();
        assertThat(StreamSupport.stream(seen.path("progress").spliterator(), false)
                        .map(JsonNode::asInt)
                        .filter(percent -> percent > 0 && percent < 100))
                .as("progress of the upload")
                .isNotEmpty();
        assertThat(seen.path("sheets").asInt())
                .as("printed pages of the product")
                .isOne();
        assertThat(seen.path("followed").asText()).contains("已收到");
    }

    @Test
    @Tag("CO-25")
    void somebody_objects_by_keyboard_alone_and_hears_the_captcha() throws Exception {
        var seen = journey("keyboard", "城市轨道隧道巡检机器人", Map.of("language", "en", "scripts", true, "keyboard", true));
        assertThat(seen.path("heard").asBoolean()).isTrue();
        assertThat(seen.path("followed").asText()).contains("Received");
    }

    @Test
    @Tag("PO-2")
    void somebody_objects_with_scripts_switched_off() throws Exception {
        var seen = journey("plain", "果园自动采摘平台", Map.of("language", "zh", "scripts", false));
        assertThat(seen.path("summaryFocused").asBoolean()).isTrue();
        assertThat(seen.path("followed").asText()).contains("已收到");
    }

    @Test
    @Tag("PO-2")
    @Tag("PF-70")
    void a_name_is_suggested_and_chosen_by_keyboard_alone() throws Exception {
        var name = "便携式油液检测仪";
        products.filed(name);
        for (var language : List.of("zh", "en")) {
            var told = BrowserVisit.of(
                    tongban,
                    Map.of("prefix", "suggest-" + language, "language", language, "typed", "bxsyy", "name", name));
            BrowserVisit.assertSound(told, 8);
            var seen = told.path("seen");
            for (var page : List.of("home", "results")) {
                assertThat(seen.path("announced-" + page).asText()).contains("1");
                assertThat(seen.path("active-" + page).asText()).startsWith(name);
                assertThat(seen.path("asked-" + page).asText()).isEqualTo(name);
                assertThat(seen.path("hits-" + page).asInt()).isOne();
            }
        }
    }

    @Test
    @Tag("PO-1")
    @Tag("PF-71")
    @Tag("CO-60")
    void every_page_is_accessible_and_fits_in_both_languages() throws Exception {
        BrowserVisit.requireTools();
        var filed = products.filed("便携式水质检测仪");
        products.inPublicity("一次性使用无菌注射器");
        var certificates = new PublicCertificates(tongban);
        var valid = certificates.valid();
        var notice = published();
        new PublicContent(tongban, products).published();

        var paths = new LinkedHashMap<String, String>();
        paths.put("home", "/");
        paths.put("search", "/search");
        paths.put("search-hits", "/search?q=%E6%B3%A8%E5%B0%84%E5%99%A8");
        paths.put("statistics", "/statistics/products");
        paths.put("search-none", "/search?q=zzzz&state=filed");
        paths.put("search-wrong", "/search?state=nonsense");
        paths.put("detail-filed", "/products/" + filed);
        paths.put("notices", "/notices");
        paths.put("notice", "/notices/" + notice);
        paths.put("verify", "/verify");
        paths.put("verify-valid", "/verify/" + valid.code());
        paths.put("verify-number", "/verify?code=" + valid.number());
        paths.put("verify-revoked", "/verify/" + certificates.revoked().code());
        paths.put("verify-expired", "/verify/" + certificates.expired().number());
        paths.put("verify-superseded", "/verify/" + certificates.superseded().number());
        paths.put("verify-none", "/verify?code=RD2026-0000000-0");
        paths.put("form-choose", "/forms/product-filing/objection?q=%E6%B3%A8%E5%B0%84%E5%99%A8");
        paths.put("follow", "/follow");
        paths.put("questions", "/questions");
        paths.put("downloads", "/downloads");
        paths.put("contact", "/contact");
        paths.put("help", "/help");
        paths.put("accessibility", "/accessibility");
        paths.put("docs", "/docs");
        paths.put("missing", "/nothing/at-all");
        paths.put("refused", "/verify/%00");
        var both = new LinkedHashMap<String, String>();
        paths.forEach((name, path) -> {
            both.put("page-" + name, path);
            both.put("page-" + name + "-en", path + (path.contains("?") ? "&" : "?") + "lang=en");
        });
        var told = BrowserVisit.of(
                tongban, Map.of("paths", both, "print", List.of("page-verify-valid", "page-detail-filed")));
        BrowserVisit.assertSound(told, 20);
        assertThat(told.at("/seen/sheets-page-verify-valid").asInt()).isOne();
        assertThat(told.at("/seen/sheets-page-detail-filed").asInt()).isOne();
    }

    /** Goes the whole way, which must be sound on every step, and answers what was seen. */
    private JsonNode journey(String prefix, String name, Map<String, Object> manner) throws Exception {
        BrowserVisit.requireTools();
        var plan = new LinkedHashMap<String, Object>(manner);
        plan.put("prefix", prefix);
        plan.put("name", name);
        plan.put("product", products.inPublicity(name));
        plan.put("phone", "137%08d".formatted(33_000_000 + PHONES.incrementAndGet()));
        plan.put("file", file("证据材料.pdf", SamplePdf.large(SEEN_ON_THE_WAY)).toString());
        plan.put(
                "unfit",
                file("照片.png", "no picture".getBytes(StandardCharsets.UTF_8)).toString());
        var told = BrowserVisit.of(tongban, plan);
        BrowserVisit.assertSound(told, 20);
        var seen = told.path("seen");
        if (Boolean.TRUE.equals(manner.get("scripts"))) {
            assertToldOnLeaving(seen);
        }
        assertThat(seen.path("linkFocuses").asText()).isEqualTo("f-objectorName");
        assertThat(seen.path("kept").asText()).contains("周明远", "zhou@example.org", "太短", "untrue");
        assertThat(seen.path("refreshed").asBoolean()).isTrue();
        assertThat(seen.path("endedFocused").asBoolean())
                .as("told that the session had ended")
                .isTrue();
        assertThat(seen.path("files").asInt()).isOne();
        assertThat(seen.path("cookiesBefore").asInt())
                .as("cookies before the form")
                .isZero();
        assertThat(seen.path("cookies")).hasSize(1);
        assertThat(seen.at("/cookies/0/httpOnly").asBoolean()).isTrue();
        assertThat(seen.at("/cookies/0/sameSite").asText()).isEqualTo("Strict");
        assertThat(seen.at("/cookies/0/path").asText()).isEqualTo("/forms");
        assertThat(seen.path("followed").asText()).contains(seen.path("receipt").asText(), name);
        assertThat(seen.path("document").asText())
                .contains(seen.path("receipt").asText())
                .endsWith(".pdf")
                .isEqualTo(seen.path("documentAgain").asText());
        return seen;
    }

    private static void assertToldOnLeaving(JsonNode seen) {
        assertThat(seen.path("early").asBoolean(true))
                .as("told before the field was left")
                .isFalse();
        assertThat(seen.path("told")).hasSizeGreaterThanOrEqualTo(5).isEqualTo(seen.path("served"));
        assertThat(seen.at("/told/f-email-error")).hasSize(1);
        assertThat(seen.path("wrong").asText()).isEqualTo("[\"f-phone-hint f-phone-error\",\"true\"]");
        assertThat(seen.path("right").asText()).isEqualTo("[\"f-phone-hint\",null]");
    }

    private static Path file(String name, byte[] content) throws IOException {
        return Files.write(Files.createTempDirectory("tongban-evidence").resolve(name), content);
    }

    private String published() {
        var path = Filings.PLATFORM + "/notices";
        var id = Filings.value(Filings.ok(tongban.as("admin").post(path, Api.json("""
            {'module': 'platform', 'shownFrom': '2026-11-01', 'pinned': true,
             'zh': {'title': '关于开展2026年度专利密集型产品备案工作的公告', 'text': '自12月1日起受理。\\n\\n- 请先核对单位信息。\\n- 详见 https://example.org/guide 。'},
             'en': {'title': 'Filing of patent-intensive products in 2026', 'text': 'From 1 December on.\\n\\n- Check your organisation first.'}}
            """))), "id");
        products.publish(id);
        return id;
    }
}
