package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The portal's pages as browsers, machines and readers of another language meet them. */
@TongbanTest
class PublicPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern MARKED =
            Pattern.compile("<(\\w+)[^>]* lang=\"zh-CN\"[^>]*>[^<]*(?=<)|<input[^>]* lang=\"zh-CN\"[^>]*>");
    private static final Pattern UNSEEN = Pattern.compile(
            "(?s)<head>.*?</head>|<script.*?</script>|<input type=\"hidden\"[^>]*>|aria-label=\"[^\"]*\"|"
                    + "data-[a-z]+=\"[^\"]*\"");

    private final Tongban tongban;
    private final PublicProducts products;

    PublicPagesTest(Tongban tongban) {
        this.tongban = tongban;
        this.products = new PublicProducts(tongban);
    }

    private Answer opened(String path) {
        return tongban.anonymous().unchecked().with("Accept", BROWSER).get(path);
    }

    @Test
    @Tag("PO-5")
    @Tag("PO-6")
    void files_of_pages_open_in_a_tab_of_their_own() {
        var page = opened("/").text();
        var files = Pattern.compile("(?:href|src|content)=\"[^\"]*?(/assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(files)
                .anyMatch(file -> file.endsWith(".css"))
                .anyMatch(file -> file.endsWith(".js"))
                .anyMatch(file -> file.endsWith(".svg"))
                .anyMatch(file -> file.endsWith(".png"));
        for (var file : files) {
            assertThat(opened(file).status()).as(file).isEqualTo(200);
            for (var type : new String[] {"image/avif,image/webp,*/*;q=0.8", "text/css,*/*;q=0.1", "image/png"}) {
                assertThat(tongban.anonymous()
                                .unchecked()
                                .with("Accept", type)
                                .get(file)
                                .status())
                        .as(file + " as " + type)
                        .isEqualTo(200);
            }
        }
        assertThat(opened("/robots.txt").text()).contains("Allow: /api/platform/v1/public/files/");
    }

    @Test
    @Tag("PO-3")
    void english_pages_say_which_of_their_texts_are_chinese() {
        var product = products.inPublicity("英文页用无菌注射器");
        var notice = new PublicContent(tongban, products);
        notice.published();
        for (var path : new String[] {
            "/?lang=en",
            "/search?lang=en&q=%E6%B3%A8%E5%B0%84%E5%99%A8",
            "/products/" + product + "?lang=en",
            "/forms/product-filing/objection?lang=en&q=%E6%B3%A8%E5%B0%84%E5%99%A8",
            "/forms/product-filing/objection?lang=en&subject=" + product,
            "/forms/product-filing/objection?lang=en&step=fields&subject=" + product,
            "/verify?lang=en",
            "/verify/" + new PublicCertificates(tongban).valid().code() + "?lang=en",
            "/questions?lang=en",
            "/downloads?lang=en",
            "/contact?lang=en"
        }) {
            var page = opened(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            var rest =
                    MARKED.matcher(UNSEEN.matcher(page.text()).replaceAll("")).replaceAll("");
            assertThat(Pattern.compile("[^\"<>]*\\p{IsHan}[^\"<>]*")
                            .matcher(rest)
                            .results()
                            .map(found -> found.group()))
                    .as(path)
                    .isEmpty();
        }
        assertThat(opened("/search?lang=en&q=%E6%B3%A8%E5%B0%84%E5%99%A8").text())
                .contains("<mark><span lang=\"zh-CN\">注射器</span></mark>");
        assertThat(opened("/products/" + product + "?lang=zh").text()).contains("<h1>英文页用无菌注射器</h1>");
    }

    @Test
    @Tag("PO-1")
    @Tag("CO-84")
    void an_address_that_is_too_long_or_not_encoded_is_answered_by_a_page() {
        var longest = opened("/search?lang=en&q=" + "%E6%B1%89".repeat(10_000));
        assertThat(longest.status()).isEqualTo(413);
        assertThat(longest.header("Content-Type")).startsWith("text/html");
        assertThat(longest.text()).contains("<html lang=\"en\">").hasSizeLessThan(50_000);
        var machine = tongban.anonymous().unchecked().get("/api/platform/v1/public/products?q=" + "x".repeat(20_000));
        assertThat(machine.status()).isEqualTo(413);
        assertThat(machine.header("Content-Type")).startsWith("application/problem+json");

        products.filed("原文地址机");
        assertThat(Raw.get(tongban.address(), "/search?q=原文地址机", BROWSER))
                .startsWith("HTTP/1.1 200")
                .contains("<mark>原文地址机</mark>");
        assertThat(Raw.get(tongban.address(), "/search?q=%zz", BROWSER)).contains("<!DOCTYPE html>");
    }

    @Test
    @Tag("CO-10")
    void a_header_that_is_missing_is_reported_by_its_name() {
        var answer = tongban.anonymous()
                .unchecked()
                .get("/api/product-filing/v1/public/objections/progress?receiptNumber=YY2026-0000001-1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/Follow-Up-Code required");
    }

    @Test
    @Tag("PO-6")
    void a_product_is_described_in_words_to_machines() {
        var page =
                opened("/products/" + products.inPublicity("描述机") + "?lang=zh").text();
        assertThat(page).containsPattern("<meta name=\"description\" content=\"描述机，[^\"]*备案日期：[0-9]{4}年");
    }

    /** Sends an address as it stands, which the client of the tests would encode. */
    private static final class Raw {
        private Raw() {}

        static String get(java.net.URI server, String path, String accept) {
            try (var socket = new java.net.Socket(server.getHost(), server.getPort())) {
                var head = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAccept: " + accept
                        + "\r\nAccept-Language: zh-CN\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (java.io.IOException broken) {
                throw new java.io.UncheckedIOException(broken);
            }
        }
    }
}
