package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;

/** What a phone shows where the server is too busy, away from its database, or at fault: in both languages, sound and to be left by keyboard. */
@Tag("PO-1")
@Tag("PO-3")
@Tag("PO-7")
class RefusalsInBrowserTest {
    private static final String BROKEN = "0193a000-0000-7000-8000-00000000dead";
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        BrowserVisit.requireTools();
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
                        "127.0.0.1"));
        // A kind of patent that no version of the program knows: the page of its product cannot be made.
        Rows.change(tongban, """
            insert into product_filing.public_product (
                   id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number, product,
                   patents, search_text, grams, changed_at)
            values (?::uuid, ?::uuid, '', '', '', '', 'filed', 2025, date '2026-11-20', '', '{}', '[{"kind": "none"}]',
                    '', '{}', now())
            """, BROKEN, BROKEN);
    }

    @AfterAll
    static void stop() {
        if (tongban != null) {
            Rows.change(tongban, "delete from product_filing.public_product where id = ?::uuid", BROKEN);
            tongban.stop();
        }
    }

    private static Map<String, String> page(String path, String address, String words) {
        return Map.of("path", path, "address", address, "words", words);
    }

    /** Looks at pages on a phone, each asked for until it says what is expected. */
    private static JsonNode looked(Map<String, Map<String, String>> pages) throws Exception {
        var told = BrowserVisit.of(tongban, Map.of("refusals", pages, "widths", List.of(360)));
        BrowserVisit.assertSound(told, pages.size() - 1);
        pages.keySet()
                .forEach(name -> assertThat(told.at("/seen/" + name).asText())
                        .as("what the tabulator leads to on " + name)
                        .contains(name.endsWith("-en") ? "lang=en" : "/"));
        return told;
    }

    @Test
    @Tag("CO-84")
    @Tag("CO-10")
    void the_pages_of_too_many_requests_and_of_a_fault_are_sound_on_a_phone() throws Exception {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("refusal-429-zh", page("/help", "192.0.2.21", "请求过于频繁"));
        pages.put("refusal-429-en", page("/help?lang=en", "192.0.2.21", "Too many requests"));
        pages.put("refusal-500-zh", page("/products/" + BROKEN, "192.0.2.22", "服务出现问题"));
        pages.put("refusal-500-en", page("/products/" + BROKEN + "?lang=en", "192.0.2.22", "Something went wrong"));
        looked(pages);
    }

    @Test
    @Tag("CO-88")
    void the_page_of_a_busy_server_is_sound_on_a_phone() throws Exception {
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("refusal-503-zh", page("/notices", "192.0.2.23", "请等 5 秒后再试"));
        pages.put("refusal-503-en", page("/notices?lang=en", "192.0.2.23", "Try again in 5 seconds"));
        var told = tongban.context().getBean(Transactions.class).write(() -> {
            try {
                return looked(pages);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        assertThat(told.path("told")).hasSize(2);
    }
}
