package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Rows;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** The addresses of all public pages, in parts, with more products than one part holds. */
@TongbanTest
@Tag("PO-6")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitemapTest {
    private static final int PRODUCTS = 12_000;
    private static final int MOST_ADDRESSES = 50_000;
    private static final int MOST_BYTES = 50_000_000;
    private static final Pattern PLACE = Pattern.compile("<loc>[^<]*?://[^/<]*(/[^<]*)</loc>");
    private static final String NAME = "站点地图样本";

    private final Tongban tongban;
    private final Api crawler;

    SitemapTest(Tongban tongban) {
        this.tongban = tongban;
        this.crawler = tongban.anonymous().unchecked();
        add(1, PRODUCTS);
    }

    /** Behind no product of another test: the ids say in which order they became public, and nothing else of them does. */
    private void add(int from, int to) {
        Rows.change(tongban, """
            insert into product_filing.public_product (
                   id, position, name, unit_name, uscc, division, state, data_year, filed_on, filing_number, product,
                   patents, search_text, grams, changed_at)
            select cast(lpad(to_hex(100000 - n), 32, '0') as uuid), cast(lpad(to_hex(n), 32, '0') as uuid), ?, '', '',
                   '', 'filed', 2025, date '2026-11-20', '', '{}', '[]', '', '{}', now()
              from generate_series(?, ?) as n
            """, NAME, from, to);
    }

    @AfterAll
    void remove() {
        Rows.change(tongban, "delete from product_filing.public_product where name = ?", NAME);
    }

    private Answer read(String path) {
        var answer = crawler.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.body().length).isLessThan(MOST_BYTES);
        return answer;
    }

    private static List<String> places(Answer answer) {
        var places = PLACE.matcher(answer.text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(places).hasSizeLessThan(MOST_ADDRESSES);
        return places;
    }

    private List<String> parts() {
        return places(read("/sitemap.xml")).stream()
                .filter(part -> part.startsWith("/sitemaps/products/"))
                .toList();
    }

    @Test
    void every_product_is_in_a_part_and_what_is_published_later_in_the_last_ones() {
        var parts = parts();
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        var listed = new ArrayList<String>();
        parts.forEach(part -> listed.addAll(places(read(part))));
        var samples = new HashSet<>(listed);
        samples.removeIf(place -> !place.startsWith("/products/00000000-"));
        assertThat(samples).hasSize(PRODUCTS);
        // Parts overlap where something may have come between, and by no more.
        assertThat(listed).hasSizeLessThan(PRODUCTS + 1000);

        add(PRODUCTS + 1, PRODUCTS + 5000);

        var more = parts();
        assertThat(more).startsWith(parts.toArray(String[]::new)).hasSizeGreaterThan(parts.size());
        var now = new HashSet<String>();
        more.forEach(part -> now.addAll(places(read(part))));
        now.removeIf(place -> !place.startsWith("/products/00000000-"));
        assertThat(now).hasSize(PRODUCTS + 5000);
    }

    @Test
    void the_pages_that_stand_are_listed_in_every_language() {
        var pages = read("/sitemaps/pages.xml");

        assertThat(places(pages))
                .contains("/", "/search", "/verify", "/statistics/products", "/help", "/accessibility");
        assertThat(pages.text())
                .contains("<xhtml:link rel=\"alternate\" hreflang=\"zh-CN\" href=\"")
                .containsPattern("hreflang=\"zh-CN\" href=\"[^\"]*/statistics/products\\?lang=zh\"")
                .containsPattern("hreflang=\"en\" href=\"[^\"]*/statistics/products\\?lang=en\"")
                .containsPattern("hreflang=\"x-default\" href=\"[^\"]*/statistics/products\"");
        for (var place : places(pages)) {
            assertThat(crawler.with("Accept", "text/html").get(place).status())
                    .as(place)
                    .isEqualTo(200);
        }
        assertThat(read("/sitemaps/products/first.xml").text()).contains("hreflang=\"en\"");
    }

    @Test
    void who_has_a_part_is_told_so() {
        var first = read("/sitemaps/products/first.xml");

        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=3600");
        var again = crawler.with("If-None-Match", first.etag()).get("/sitemaps/products/first.xml");
        assertThat(again.status()).isEqualTo(304);
    }
}
