package org.tongban.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.module.Language;

@Tag("CO-10")
class PageAddressTest {
    @Test
    void keeps_a_chosen_language_and_only_a_chosen_one() {
        var chosen = new PageAddress(Language.EN, true, "/search", Map.of("q", "a&b"));
        var negotiated = new PageAddress(Language.EN, false, "/search", Map.of());

        assertThat(chosen.to("/")).isEqualTo("/?lang=en");
        assertThat(chosen.with("cursor", "x=")).isEqualTo("/search?cursor=x%3D&lang=en&q=a%26b");
        assertThat(chosen.in(Language.ZH)).isEqualTo("/search?lang=zh&q=a%26b");
        assertThat(negotiated.to("/")).isEqualTo("/");
        assertThat(negotiated.in(Language.ZH)).isEqualTo("/search?lang=zh");
    }

    @Test
    void takes_the_language_of_the_address_before_that_of_the_browser() {
        var address = PageAddress.of("/search", Map.of("lang", "zh", "q", "1"), "en");

        assertThat(address.language()).isEqualTo(Language.ZH);
        assertThat(address.chosen()).isTrue();
        assertThat(address.query()).containsExactly(Map.entry("q", "1"));
    }

    @Test
    @Tag("PO-5")
    void makes_no_link_to_another_site() {
        for (var path : new String[] {"//example.org/a", "/\\example.org/a", "///example.org/a"}) {
            var address = PageAddress.of(path, Map.of(), "zh");

            assertThat(address.in(Language.EN)).isEqualTo("/example.org/a?lang=en");
        }
    }

    @Test
    void ignores_a_language_that_it_does_not_know() {
        var address = PageAddress.of("/", Map.of("lang", "fr"), "en");

        assertThat(address.language()).isEqualTo(Language.EN);
        assertThat(address.to("/docs")).isEqualTo("/docs");
    }
}
