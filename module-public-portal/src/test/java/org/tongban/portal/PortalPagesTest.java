package org.tongban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The portal's pages over HTTP. */
class PortalPagesTest {
    private static PortalServer server;

    @BeforeAll
    static void start() {
        server = new PortalServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Tag("PO-1")
    void shows_search_counts_and_programmes_on_the_home_page() throws Exception {
        var home = server.read("/");

        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("<html lang=\"zh-CN\">", "name=\"q\"", "128,406", "公示中", "专利密集型产品备案认定")
                .contains("/search?collection=products&amp;state=filed".replace("=", "&#x3D;"));
        assertThat(home.body().split("<h1", -1)).hasSize(2);
    }

    @Test
    @Tag("PF-72")
    @Tag("PO-4")
    void shows_the_statistics_of_a_collection_as_tables_with_what_they_count() throws Exception {
        assertThat(server.read("/").body()).contains("href=\"/statistics/products\"");

        var page = server.read("/statistics/products");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>专利密集型产品统计</h1>", "按省份", "少于 3 的数不公布。&lt;b&gt;", "江苏省", "12,345", "不公布")
                .contains("/api/platform/v1/public/products/statistics.csv");
        assertThat(server.read("/statistics/products", "Accept-Language", "en").body())
                .contains("Jiangsu", "not shown");
        assertThat(server.read("/statistics/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("CO-34b")
    void shows_notices_on_the_home_page_the_pinned_first() throws Exception {
        var home = server.read("/").body();

        assertThat(home).contains("公告 &lt;b&gt;0", "公告 &lt;b&gt;4", "<strong>置顶</strong>", "href=\"/notices\"");
        assertThat(home).doesNotContain("公告 &lt;b&gt;5");
        assertThat(home.indexOf("&lt;b&gt;0")).isLessThan(home.indexOf("&lt;b&gt;1"));
    }

    @Test
    @Tag("CO-34b")
    void turns_the_pages_of_notices() throws Exception {
        var first = server.read("/notices").body();
        assertThat(first).contains("&lt;b&gt;19", "rel=\"next\"").doesNotContain("&lt;b&gt;20");
        var second = server.read("/notices?after=" + new UUID(1, 19)).body();
        assertThat(second).contains("&lt;b&gt;20", "&lt;b&gt;24").doesNotContain("rel=\"next\"");
        assertThat(server.read("/notices?after=nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("CO-34b")
    @Tag("CO-84")
    void shows_a_notice_as_text_with_links_and_lists_and_no_html_of_its_writer() throws Exception {
        var page = server.read("/notices/" + SampleNotices.FIRST);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;<br>第二行。",
                        "<li>请先核对单位信息。</li>",
                        "<a href=\"https://example.org/a?b&#x3D;1&amp;c&#x3D;2\" rel=\"nofollow noopener\">",
                        "公告.pdf")
                .doesNotContain("<script>alert", "href=\"javascript");
        assertThat(server.read("/notices/" + SampleNotices.FIRST, "Accept-Language", "en")
                        .body())
                .contains("Notice &lt;b&gt;0", "Files");
        assertThat(server.read("/notices/" + new UUID(1, 7)).statusCode()).isEqualTo(404);
        assertThat(server.read("/notices/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("PF-70")
    void marks_what_was_searched_for() throws Exception {
        var page = server.read("/search?q=%E7%94%B5%E8%83%BD");

        assertThat(page.body()).contains("智能<wbr>".replace("<wbr>", "") + "<mark>电能</mark>表", "共 5 项");
    }

    @Test
    @Tag("CO-10")
    void keeps_the_chosen_language_in_every_link() throws Exception {
        var page = server.read("/search?lang=en&state=recognised", "Accept-Language", "zh-CN");

        assertThat(page.headers().firstValue("Content-Language")).contains("en");
        var links = Pattern.compile("href=\"(/(?!assets|openapi)[^\"]*)\"").matcher(page.body());
        assertThat(links.results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.contains("lang&#x3D;"), "carries lang");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @Tag("CO-10")
    void follows_the_browser_where_no_language_is_chosen() throws Exception {
        assertThat(server.read("/", "Accept-Language", "en-GB,en;q=0.9").body()).contains("<html lang=\"en\">");
    }

    @Test
    @Tag("CO-11")
    void turns_pages_both_ways() throws Exception {
        var first = server.read("/search").body();
        var second = server.read(turned(first, "next")).body();

        assertThat(first).contains("rel=\"next\"").doesNotContain("rel=\"prev\"");
        assertThat(second).contains("rel=\"next\"", "rel=\"prev\"");
        assertThat(server.read(turned(second, "prev")).body()).doesNotContain("rel=\"prev\"");
    }

    private static String turned(String page, String way) {
        var link = Pattern.compile("rel=\"" + way + "\" href=\"([^\"]+)\"").matcher(page);
        assertThat(link.find()).as(way).isTrue();
        return link.group(1).replace("&amp;", "&").replace("&#x3D;", "=");
    }

    @Test
    @Tag("CO-11")
    void goes_on_in_no_results_but_those_of_its_own_text_and_filters() throws Exception {
        var asked = "q=%E5%9E%8B";
        var next = turned(server.read("/search?" + asked + "&utm_source=letter").body(), "next");
        var plain = server.read(next.replace("&utm_source=letter", "&lang=en"));
        assertThat(plain.statusCode()).isEqualTo(200);
        for (var other :
                List.of(next.replace(asked, "q=%E7%94%B5"), next.replace(asked + "&", ""), next + "&state=filed")) {
            var refused = server.read(other);
            assertThat(refused.statusCode()).as(other).isEqualTo(400);
            assertThat(refused.body()).contains("翻页地址已失效");
        }
    }

    @Test
    @Tag("PO-8")
    void names_a_wrong_filter_in_a_summary_linked_to_it() throws Exception {
        var page = server.read("/search?state=nonsense");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "href=\"#f-state\"", "id=\"f-state\"");
    }

    @Test
    @Tag("CO-11")
    void leads_to_the_first_page_where_a_cursor_is_refused() throws Exception {
        var page = server.read("/search?q=%E7%94%B5&cursor=%2Fetc");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"", "翻页地址已失效");
    }

    @Test
    @Tag("PO-1")
    void advises_where_nothing_is_found() throws Exception {
        var page = server.read("/search?q=zzzz&state=filed&utm_source=letter");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("没有符合条件的结果", "减少输入的字", "减少筛选条件");
    }

    @Test
    @Tag("PO-5")
    void escapes_what_was_filed_and_what_was_asked() throws Exception {
        var detail = server.read("/products/" + SampleProducts.id(44));
        var search = server.read("/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(detail.statusCode()).isEqualTo(200);
        assertThat(detail.body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(search.body()).doesNotContain("<script>alert");
    }

    @Test
    @Tag("PF-70")
    void shows_sections_patents_and_state_of_a_record() throws Exception {
        var detail = server.read("/products/" + SampleProducts.FIRST);

        assertThat(detail.body())
                .contains(
                        "智能电能表", "已备案", "尚未进入认定公示", "202211359874.7", "2026年11月20日 14:30", "<dl class=\"key-values\">");
        assertThat(detail.body()).contains("<a href=\"/verify/CP2026\">CP2026-");
        assertThat(server.read("/products/" + SampleProducts.FIRST + "?lang=en").body())
                .contains("<a href=\"/verify/CP2026?lang&#x3D;en\">CP2026-");
        assertThat(detail.headers().firstValue("Last-Modified")).contains("Fri, 20 Nov 2026 06:30:00 GMT");
    }

    @Test
    @Tag("PO-5")
    void answers_304_to_whoever_has_the_page() throws Exception {
        var first = server.read("/search?q=%E7%94%B5");
        var etag = first.headers().firstValue("ETag").orElseThrow();
        var second = server.read("/search?q=%E7%94%B5", "If-None-Match", etag);
        var since =
                server.read("/products/" + SampleProducts.FIRST, "If-Modified-Since", "Fri, 20 Nov 2026 06:30:00 GMT");

        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=30");
        assertThat(first.headers().firstValue("Vary")).contains("Accept-Language, Accept-Encoding");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(since.statusCode()).isEqualTo(304);
    }

    @Test
    @Tag("CO-84")
    void sends_the_policy_of_pages_and_nothing_inline() throws Exception {
        for (var path :
                new String[] {"/", "/search", "/products/" + SampleProducts.FIRST, "/docs", "/docs/api", "/none/at"}) {
            var page = server.read(path);

            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(path)
                    .startsWith("default-src 'self'")
                    .contains("frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
            assertThat(page.body())
                    .doesNotContainPattern("\\sstyle=|\\son[a-z]+=|<style")
                    .doesNotContainPattern("(src|action)=\"https?://|stylesheet\"[^>]*https?://")
                    .doesNotContainPattern("<script(?![^>]* src=\"/assets/)(?! type=\"application/ld\\+json\">)");
        }
    }

    @Test
    @Tag("PO-1")
    void answers_an_error_page_where_there_is_nothing() throws Exception {
        for (var path : new String[] {
            "/nothing/" + SampleProducts.FIRST,
            "/products/" + SampleProducts.id(99),
            "/products/1",
            "/search?collection=x",
            "/assets/none.css"
        }) {
            var page = server.read(path);

            assertThat(page.statusCode()).as(path).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.body()).contains("没有找到这个页面");
        }
    }

    @Test
    void serves_the_style_sheet_for_a_year_under_its_hash() throws Exception {
        var home = server.read("/").body();
        var link = Pattern.compile("href=\"(/assets/portal\\.[0-9a-f]{16}\\.css)\"")
                .matcher(home);

        assertThat(link.find()).isTrue();
        var sheet = server.read(link.group(1));
        assertThat(sheet.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
        assertThat(sheet.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(server.read("/assets/portal.0000000000000000.css").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-13")
    void serves_the_browser_of_the_api_from_itself() throws Exception {
        var page = server.read("/docs/api");
        var files = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (var file : files) {
            assertThat(server.read(file.group(1)).statusCode())
                    .as(file.group(1))
                    .isEqualTo(200);
        }
    }

    @Test
    @Tag("CO-10")
    void explains_every_error_code_in_both_languages() throws Exception {
        assertThat(server.read("/docs/errors").body()).contains("id=\"not-found\"", "未找到所请求的内容。", "does not exist");
    }
}
