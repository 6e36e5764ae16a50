package org.tongban.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the portal tells beside records: what is good to know, what went wrong, and what it says to search engines. */
class PortalInformationTest {
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
    @Tag("CO-34")
    void shows_downloads_questions_contacts_help_and_the_statement_of_accessibility() throws Exception {
        assertThat(server.read("/downloads").body())
                .contains("诚信承诺书（空白）", "承诺书.docx，20 KB，第 3 版", "2026年11月2日", "/commitment/file");
        assertThat(server.read("/questions").body())
                .contains("<details", "公告 &lt;b&gt;0", "&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
        assertThat(server.read("/contact?lang=en").body())
                .contains("href=\"tel:01000000000\"", "9:00 to 17:00", "1 Some Road", "No contact published yet.");
        assertThat(server.read("/contact").body()).contains("北京市 &lt;某&gt; 路");
        assertThat(server.read("/help").body()).contains("使用帮助", "href=\"/questions\"", "href=\"/verify\"");
        assertThat(server.read("/accessibility?lang=en").body()).contains("WCAG", "/contact?lang");
        for (var path : new String[] {"/downloads", "/questions", "/contact", "/help", "/accessibility"}) {
            var page = server.read(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().firstValue("ETag")).as(path).isPresent();
            assertThat(page.headers().firstValue("Set-Cookie")).as(path).isEmpty();
            assertThat(page.body())
                    .contains("href=\"/contact\"", "href=\"/help\"", "href=\"/accessibility\"", "版本 0.1.0");
        }
    }

    @Test
    @Tag("PO-1")
    void shows_what_ends_soon_and_where_a_certificate_is_verified() throws Exception {
        var home = server.read("/").body();
        assertThat(home).contains("<h2>正在公示</h2>", "action=\"/verify\"", "010-0000 0000");
        assertThat(home.split("<article class=\"card\"", -1)).hasSize(6);
    }

    @Test
    @Tag("PO-6")
    void tells_machines_its_address_languages_and_what_it_is_about() throws Exception {
        var page =
                server.read("/products/" + SampleProducts.id(44) + "?lang=en").body();
        var path = "http://localhost:8080/products/" + SampleProducts.id(44);
        assertThat(page.replace("&#x3D;", "="))
                .contains("<link rel=\"canonical\" href=\"" + path + "?lang=en\">")
                .contains("hreflang=\"zh-CN\" href=\"" + path + "?lang=zh\"")
                .contains("hreflang=\"en\" href=\"" + path + "?lang=en\"")
                .contains("hreflang=\"x-default\" href=\"" + path + "\"")
                .contains("property=\"og:image\" content=\"http://localhost:8080/assets/card.")
                .doesNotContain("name=\"robots\"");
        var data = Pattern.compile("<script type=\"application/ld\\+json\">([^<]*)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        var graph = new ObjectMapper().readTree(data.group(1)).path("@graph");
        assertThat(graph.at("/0/@type").asText()).isEqualTo("WebSite");
        assertThat(graph.at("/1/mainEntity/name").asText()).startsWith("<script>alert(1)</script>&");
        assertThat(graph.at("/1/breadcrumb/itemListElement")).hasSize(3);
        assertThat(graph.at("/1/dateModified").asText()).isEqualTo("2026-11-20T06:30:00Z");

        var card = Pattern.compile("(/assets/card\\.[0-9a-f]{16}\\.png)").matcher(page);
        assertThat(card.find()).isTrue();
        var picture = server.read(card.group(1));
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        for (var unfound : new String[] {"/search?q=a", "/search?state=nonsense", "/none/at"}) {
            assertThat(server.read(unfound).body())
                    .as(unfound)
                    .contains("<meta name=\"robots\" content=\"noindex\">")
                    .doesNotContain("canonical", "ld+json");
        }
    }

    @Test
    @Tag("PO-6")
    void lists_all_pages_for_search_engines_in_bounded_parts() throws Exception {
        var robots = server.read("/robots.txt");
        assertThat(robots.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(robots.body()).contains("Disallow: /forms/", "Sitemap: http://localhost:8080/sitemap.xml");
        var index = server.read("/sitemap.xml");
        assertThat(index.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/xml");
        assertThat(index.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(index.body())
                .contains("/sitemaps/pages.xml</loc>", "/sitemaps/products/first.xml</loc>")
                .containsPattern("/sitemaps/products/(?!first)[A-Za-z0-9_-]+[.]xml</loc>");
        assertThat(server.read(
                                "/sitemap.xml",
                                "If-None-Match",
                                index.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(server.read("/sitemaps/pages.xml").body())
                .contains("<loc>http://localhost:8080/help</loc>", "/notices/" + SampleNotices.FIRST);
        assertThat(server.read("/sitemaps/products/first.xml").body())
                .contains("/products/" + SampleProducts.id(0) + "</loc><lastmod>2026-11-20T06:30:00Z</lastmod>");
        for (var path : new String[] {
            "/sitemaps/none/first.xml", "/sitemaps/products/a.xml", "/sitemaps/products/%2e.xml", "/sitemaps/none.xml"
        }) {
            assertThat(server.read(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /** A collection of which nothing but a search is known is listed from end to end, and no record twice. */
    @Test
    @Tag("PO-6")
    void lists_every_record_of_a_collection_that_says_nothing_of_its_parts() throws Exception {
        var parts = found("<loc>http://localhost:8080(/sitemaps/products/[^<]*)</loc>", "/sitemap.xml");
        var records = new ArrayList<String>();
        for (var part : parts) {
            var listed = found("<loc>http://localhost:8080/products/([^<]*)</loc>", part);
            assertThat(listed).hasSizeBetween(1, SampleProducts.A_PART);
            records.addAll(listed);
        }
        assertThat(records)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(SampleProducts.ids().toList());
    }

    private List<String> found(String pattern, String path) throws Exception {
        return Pattern.compile(pattern)
                .matcher(server.read(path).body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @Tag("PO-1")
    @CsvSource({
        "400, 这个请求无法处理, This request cannot be handled",
        "404, 没有找到这个页面, Page not found",
        "429, 请求过于频繁, Too many requests",
        "500, 服务出现问题, Something went wrong",
        "503, 服务暂时不可用, The service is not available now"
    })
    void tells_in_both_languages_what_went_wrong_and_what_to_do(int status, String zh, String en) {
        var chinese = server.failed("zh-CN", HttpStatus.valueOf(status));
        var english = server.failed("en", HttpStatus.valueOf(status));
        assertThat(chinese.code()).isEqualTo(status);
        assertThat(chinese.body()).contains("<h1>" + zh + "</h1>", "0123456789abcdef", "<li>", "返回首页");
        assertThat(english.body()).contains("<h1>" + en + "</h1>", "0123456789abcdef", "<li>", "content=\"noindex\"");
        assertThat(english.getHeaders().get("Cache-Control")).isEqualTo("no-store");
    }
}
