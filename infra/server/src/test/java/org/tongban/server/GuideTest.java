package org.tongban.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.DemoPasswords;
import org.tongban.testkit.Guide;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

@TongbanTest
class GuideTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tongban.checkout"));

    @Test
    @Tag("CO-80")
    void every_step_of_getting_started_does_what_the_page_says(Tongban tongban) {
        var passwords = tongban.context().getBean(DemoPasswords.class);
        var variables = new HashMap<>(Map.of(
                "ADMIN_PASSWORD", passwords.of("admin"),
                "UNIT_PASSWORD", passwords.of("unit-a"),
                "REVIEWER_PASSWORD", passwords.of("reviewer")));

        var sent =
                Guide.read(CHECKOUT.resolve("docs/getting-started.md")).run(tongban.anonymous(), variables, CHECKOUT);

        assertThat(sent).isGreaterThan(15);
        assertThat(variables).containsKeys("PRODUCT", "NUMBER", "FOUND");
    }

    @Test
    void the_chinese_page_has_the_same_steps() {
        assertThat(Guide.read(CHECKOUT.resolve("docs/zh-CN/getting-started.md")).blocks())
                .isEqualTo(
                        Guide.read(CHECKOUT.resolve("docs/getting-started.md")).blocks());
    }
}
