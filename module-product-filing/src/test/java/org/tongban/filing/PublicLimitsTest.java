package org.tongban.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** What anyone may read without a token is read no faster than the limit of public search allows (CO-84). */
@Tag("CO-84")
class PublicLimitsTest {
    private static final int MOST = 8;
    private static final String PRODUCTS = FilingSteps.PLATFORM + "/public/products";
    private static final AtomicInteger LAST = new AtomicInteger();
    private static Tongban limited;

    @BeforeAll
    static void start(@TempDir Path data) {
        limited = Tongban.beside(
                data,
                Map.of(
                        "platform.limits.enabled",
                        true,
                        "platform.limits.public-search",
                        MOST,
                        "platform.web.trusted-proxies",
                        "127.0.0.1"));
    }

    @AfterAll
    static void stop() {
        limited.stop();
    }

    private static Api someone() {
        return limited.anonymous().with("X-Forwarded-For", "192.0.2." + LAST.incrementAndGet());
    }

    private static int answered(Api api, String path) {
        int answered = 0;
        for (int i = 0; i < MOST * 3; i++) {
            if (api.get(path).status() == 200) {
                answered++;
            }
        }
        return answered;
    }

    @ParameterizedTest
    @Tag("PF-70")
    @Tag("PF-72")
    @Tag("PF-73")
    @ValueSource(
            strings = {
                PRODUCTS + "/suggestions?q=a",
                PRODUCTS + "?q=a",
                PRODUCTS + "/statistics",
                PRODUCTS + "/statistics.csv",
                "/api/product-filing/v1/public/recognitions",
                "/api/product-filing/v1/public/recognitions.csv"
            })
    void is_answered_so_often_and_then_says_when_there_is_room_again(String path) {
        var api = someone();

        // The bucket fills while it is emptied.
        assertThat(answered(api, path)).isBetween(MOST, MOST + 3);
        var refused = api.get(path);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60 / MOST + 1);
        assertThat(someone().get(path).status()).isEqualTo(200);
    }

    @Test
    @Tag("PF-70")
    void all_of_it_is_counted_together() {
        var api = someone();
        assertThat(answered(api, PRODUCTS + "/suggestions?q=a")).isGreaterThanOrEqualTo(MOST);

        assertThat(api.get("/api/product-filing/v1/public/recognitions.csv").status())
                .isEqualTo(429);
        assertThat(api.get(FilingSteps.PLATFORM + "/modules").status()).isEqualTo(200);
    }
}
