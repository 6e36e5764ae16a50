package org.tongban.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** What a visitor of the pages is shown while as many wait for the database as may: even of a page that needs none. */
@Tag("CO-88")
@Tag("PO-1")
class CrowdPagesTest {
    private static final String PAGE = "/verify";
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        tongban = Tongban.start(
                Tongban.running().servers(),
                data,
                Map.of(
                        "platform.demo",
                        false,
                        "platform.tasks.enabled",
                        false,
                        "datasources.default.maximum-pool-size",
                        1,
                        "datasources.default.connection-timeout",
                        30_000,
                        "platform.admission.waiting",
                        1));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
    }

    private static Api browser(String language) {
        return tongban.anonymous()
                .unchecked()
                .with("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .with("Accept-Language", language);
    }

    private static void assertTurnedAway(Answer page, String language, String title, String advice, String link) {
        assertThat(page.status()).as(page.toString()).isEqualTo(503);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Language")).isEqualTo(language);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe");
        var wait = page.header("Retry-After");
        assertThat(wait).matches("[1-9][0-9]*");
        assertThat(page.text())
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language + "\"", "<h1>" + title + "</h1>", "/assets/portal.", link)
                .contains(advice.formatted(wait))
                .doesNotContain("problem+json", "Exception");
    }

    @Test
    void a_visitor_of_a_crowd_is_shown_how_long_to_wait_in_the_language_asked_for() {
        assertThat(browser("zh-CN").get(PAGE).status()).isEqualTo(200);
        var reading = tongban.context().getBean(Transactions.class).write(() -> {
            var unknown = tongban.context().getBean(Numbers.class).next("TN");
            // One has its turn, and waits for the connection that this holds; the other waits for its turn.
            var waiting = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> browser("zh-CN").get("/verify/" + unknown)))
                    .limit(2)
                    .toList();
            await().until(() -> tongban.context().getBean(Admission.class).waiting() == 1);
            assertAllTurnedAway();
            return waiting;
        });
        assertThat(reading).allSatisfy(read -> assertThat(read.join().status()).isEqualTo(404));
        assertThat(browser("zh-CN").get(PAGE).status()).isEqualTo(200);
    }

    private static void assertAllTurnedAway() {
        assertTurnedAway(
                browser("zh-CN").get(PAGE + "?code=1"),
                "zh-CN",
                "服务暂时不可用",
                "请等 %s 秒后再试。",
                "href=\"/verify?code&#x3D;1\">重新打开此页");
        var english = "The service is not available now";
        assertTurnedAway(browser("en").get(PAGE), "en", english, "Try again in %s seconds.", "href=\"/verify\">");
        // The language of the address goes before the browser's, and stays in the links.
        assertTurnedAway(
                browser("zh-CN").get(PAGE + "?lang=en"),
                "en",
                english,
                "Try again in %s seconds.",
                "href=\"/verify?lang&#x3D;en\">");
        var form = browser("zh-CN")
                .bytes("POST", PAGE, "a=b".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
        assertTurnedAway(form, "zh-CN", "服务暂时不可用", "请等 %s 秒后再试。", "同意重新提交");
        // Who works in the console is led back to its start, not to the portal.
        assertTurnedAway(
                browser("zh-CN").get("/console/reviews"), "zh-CN", "服务暂时不可用", "请等 %s 秒后再试。", "href=\"/console\">返回首页");
        assertTurnedAway(
                browser("zh-CN").get("/console/reviews?lang=en"),
                "en",
                english,
                "Try again in %s seconds.",
                "href=\"/console?lang&#x3D;en\">Go to the home page");
        // What a page is made of is served all the same.
        var style = Pattern.compile("/assets/portal\\.[^\"]+\\.css").matcher(form.text());
        assertThat(style.find()).isTrue();
        assertThat(tongban.anonymous().unchecked().get(style.group()).status()).isEqualTo(200);
    }
}
