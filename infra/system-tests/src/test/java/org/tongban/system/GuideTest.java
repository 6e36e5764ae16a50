package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
    @Tag("CO-27")
    void every_step_of_portal_integration_does_what_the_page_says(Tongban tongban) {
        var passwords = tongban.context().getBean(DemoPasswords.class);
        var variables = new HashMap<>(Map.of(
                "ADMIN_PASSWORD", passwords.of("admin"),
                "UNIT_PASSWORD", passwords.of("unit-a")));

        var sent = Guide.read(CHECKOUT.resolve("docs/portal-integration.md"))
                .run(tongban.anonymous(), variables, CHECKOUT);

        assertThat(sent).isGreaterThan(10);
        assertThat(variables).containsKeys("CLIENT", "SECRET", "TOKEN", "USER", "ORGANISATION");
    }

    @Test
    @Tag("ID-1")
    @Tag("ID-5")
    @Tag("ID-6")
    @Tag("ID-11")
    @Tag("ID-13")
    @Tag("ID-15")
    @Tag("ID-25")
    @Tag("ID-31")
    @Tag("ID-41")
    void every_step_of_the_journeys_of_identity_does_what_the_page_says(Tongban tongban, @TempDir Path folder) {
        var passwords = tongban.context().getBean(DemoPasswords.class);
        var variables = new HashMap<>(Map.of(
                "ADMIN_PASSWORD", passwords.of("admin"),
                "FACE_APP_FILE", folder.resolve("face-app.properties").toString()));

        var sent = Guide.read(CHECKOUT.resolve("docs/programs/identity-journeys.md"))
                .withMinute(() -> tongban.letCodesAge(Duration.ofSeconds(61)))
                .run(tongban.anonymous(), variables, CHECKOUT);

        assertThat(sent).isGreaterThan(20);
        assertThat(variables).containsKeys("PERSON", "FIRM", "HEAD", "APPLICATION", "NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"getting-started.md", "portal-integration.md"})
    void the_chinese_page_has_the_same_steps(String page) {
        assertThat(Guide.read(CHECKOUT.resolve("docs/zh-CN").resolve(page)).blocks())
                .isEqualTo(Guide.read(CHECKOUT.resolve("docs").resolve(page)).blocks());
    }
}
