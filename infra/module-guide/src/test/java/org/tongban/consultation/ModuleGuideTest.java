package org.tongban.consultation;

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

/** Joins the module's own tests, which are on the page. */
@TongbanTest
class ModuleGuideTest {
    @Test
    @Tag("CO-9")
    void every_request_of_the_page_does_what_it_says(Tongban tongban) {
        var checkout = Path.of(System.getProperty("tongban.checkout"));
        var passwords = tongban.context().getBean(DemoPasswords.class);
        var variables = new HashMap<>(Map.of(
                "OFFICER_PASSWORD", passwords.of("consultation-officer"),
                "A_PASSWORD", passwords.of("consultation-a")));

        var sent = Guide.read(checkout.resolve("docs/module-guide.md")).run(tongban.anonymous(), variables, checkout);

        assertThat(sent).isGreaterThan(8);
        assertThat(variables).containsKeys("HOUR", "RESERVATION");
    }
}
