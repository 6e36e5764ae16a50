package org.tongban.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.identifier.Numbers;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** What a browser shows where the server is too busy, away from its database, or at fault (PO-1). */
@Tag("PO-1")
class RefusalPagesTest {
    private static Tongban tongban;

    /** Looked up in the database before it is said that there is none. */
    private static String unknown = "";

    @BeforeAll
    static void start(@TempDir Path data) {
        tongban = Tongban.beside(
                data,
                Map.of(
                        "datasources.default.maximum-pool-size",
                        1,
                        "datasources.default.connection-timeout",
                        500,
                        "platform.limits.enabled",
                        true,
                        "platform.limits.public-search",
                        10,
                        "platform.web.trusted-proxies",
                        "127.0.0.1",
                        "trial.broken-page",
                        true));
        unknown = tongban.context()
                .getBean(Transactions.class)
                .write(() ->
                        "/verify/" + tongban.context().getBean(Numbers.class).next("TN"));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
    }

    private static Api browser(String address, String language) {
        return tongban.anonymous()
                .unchecked()
                .with("X-Forwarded-For", address)
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .with("Accept-Language", language);
    }

    private static void assertPage(Answer page, int status, CharSequence... words) {
        assertThat(page.status()).as(page.toString()).isEqualTo(status);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.text())
                .contains(words)
                .contains("<meta name=\"robots\" content=\"noindex\">", "/assets/portal.")
                .doesNotContain("Exception", "org.tongban", "secret", "problem+json");
    }

    private static String waiting(Answer page) {
        assertThat(page.header("Retry-After")).matches("[1-9][0-9]*");
        return page.header("Retry-After");
    }

    @Test
    @Tag("CO-84")
    void who_asks_too_often_is_told_how_long_to_wait() {
        var chinese = exhausted("192.0.2.11", "zh-CN");
        assertPage(
                chinese,
                429,
                "<h1>请求过于频繁</h1>",
                "没有造成任何改动",
                "请等 " + waiting(chinese) + " 秒后再试。",
                "href=\"" + unknown + "\">重新打开此页",
                "返回首页");
        var english = exhausted("192.0.2.12", "en");
        assertPage(english, 429, "<h1>Too many requests</h1>", "nothing was changed", "Open this page again");
        var wait = waiting(english);
        assertThat(english.text()).contains(wait.equals("1") ? "in a second" : "in " + wait + " seconds");
        assertThat(tongban.anonymous()
                        .unchecked()
                        .with("X-Forwarded-For", "192.0.2.11")
                        .get(unknown)
                        .header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    private static Answer exhausted(String address, String language) {
        var browser = browser(address, language);
        var page = browser.get(unknown);
        for (int i = 0; i < 40 && page.status() != 429; i++) {
            page = browser.get(unknown);
        }
        return page;
    }

    @Test
    @Tag("CO-84")
    void who_sends_a_form_is_told_how_nothing_of_it_is_lost() {
        exhausted("192.0.2.13", "zh-CN");
        var sent = browser("192.0.2.13", "zh-CN")
                .bytes("POST", unknown, "a=b".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
        assertPage(sent, 429, "请求过于频繁，请稍后再试。", "请等 " + waiting(sent) + " 秒后再试。", "同意重新提交");
        assertThat(sent.text()).doesNotContain("重新打开此页");
    }

    @Test
    @Tag("CO-88")
    void without_a_place_at_the_database_the_page_says_to_come_again() {
        var pages = tongban.context().getBean(Transactions.class).write(() -> new Answer[] {
            browser("192.0.2.14", "zh-CN").get(unknown),
            browser("192.0.2.14", "en").get(unknown)
        });
        assertPage(
                pages[0],
                503,
                "<h1>服务暂时不可用</h1>",
                "请等 " + waiting(pages[0]) + " 秒后再试。",
                "href=\"" + unknown + "\">重新打开此页");
        assertPage(
                pages[1],
                503,
                "<h1>The service is not available now</h1>",
                "Try again in " + waiting(pages[1]) + " seconds.");
        assertThat(waiting(pages[0])).isEqualTo(waiting(pages[1]));
        assertThat(browser("192.0.2.14", "zh-CN").get(unknown).status()).isEqualTo(404);
    }

    @Test
    @Tag("CO-10")
    void a_fault_of_the_program_is_told_with_a_number_to_quote() {
        var chinese = browser("192.0.2.15", "zh-CN").get("/trial/failure?a=%22b");
        assertPage(chinese, 500, "<h1>服务出现问题</h1>", "请过几分钟再试。", "/trial/failure?a&#x3D;%22b\">重新打开此页");
        assertThat(chinese.text()).containsPattern("请提供编号 [0-9a-f]{32}。");
        assertThat(chinese.headers().firstValue("Retry-After")).isEmpty();
        assertPage(
                browser("192.0.2.15", "en").get("/trial/failure"),
                500,
                "<h1>Something went wrong</h1>",
                "The fault is on our side");
    }

    @Test
    @Tag("PO-5")
    void no_address_makes_a_link_to_another_site() {
        for (var path : new String[] {"/%5Cexample.org/a", "/%2Fexample.org/a"}) {
            var page = browser("192.0.2.16", "zh-CN").get(path);
            assertThat(page.text())
                    .as(path)
                    .doesNotContainPattern("href=\"[/\\\\]{2}")
                    .doesNotContain("href=\"/\\");
        }
    }
}
