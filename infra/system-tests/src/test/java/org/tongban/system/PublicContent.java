package org.tongban.system;

import java.nio.charset.StandardCharsets;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;

/** What staff publish on the portal, and counters that fill its statistics. */
final class PublicContent {
    private static final String DOWNLOADS = Filings.PLATFORM + "/downloads/product-filing/";

    private final PublicProducts products;
    private final Api admin;

    PublicContent(Tongban tongban, PublicProducts products) {
        this.products = products;
        this.admin = tongban.as("admin");
    }

    /** A contact, downloads, questions and statistics of one programme. */
    void published() {
        contact("product-filing");
        for (var download : new String[] {"commitment", "licence-rates", "user-guide"}) {
            download(download);
        }
        question("哪些产品可以备案？", "已经上市、使用了本单位专利的产品都可以备案。\\n\\n- 专利须在有效期内。\\n- 每个产品至少关联一件专利。");
        question("公示期间可以撤回申请吗？", "可以。登录后在产品页选择“撤回”，公示随即停止。详见 https://example.org/guide 。");
        counters();
    }

    private void contact(String module) {
        var path = Filings.PLATFORM + "/modules/" + module + "/contact";
        Filings.ok(admin.with("If-Match", admin.get(path).etag()).put(path, Api.json("""
            {'phone': '010-0000 0000',
             'hours': {'zh': '工作日 9:00-11:30，13:30-17:00', 'en': 'Working days, 9:00 to 17:00'},
             'address': {'zh': '北京市海淀区某某路 1 号', 'en': '1 Some Road, Haidian District, Beijing'}}
            """)));
    }

    private void download(String name) {
        var pdf = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n0\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        var file = Filings.value(
                Filings.ok(admin.bytes(
                        "POST",
                        Filings.PLATFORM + "/files?slot=platform/content&name=" + name + ".pdf",
                        pdf,
                        "application/pdf")),
                "id");
        Filings.ok(admin.post(DOWNLOADS + name + "/versions", Api.json("{'file': '%s'}".formatted(file))));
    }

    private void question(String title, String text) {
        var id = Filings.value(
                Filings.ok(admin.post(Filings.PLATFORM + "/notices", Api.json("""
                    {'module': 'product-filing', 'shownFrom': '2026-11-01', 'pinned': false, 'question': true,
                     'zh': {'title': '%s', 'text': '%s'}, 'en': {'title': 'Which products can be filed', 'text': 'Those on the market.'}}
                    """.formatted(title, text)))), "id");
        products.publish(id);
    }

    /** As if thousands had been filed: a page of statistics without figures says nothing of how it looks. */
    private void counters() {
        var places = new String[] {"11", "31", "32", "33", "37", "44", "51", "61"};
        for (int i = 0; i < places.length; i++) {
            counted("province", places[i], 12_345 / (i + 1));
        }
        var industries = new String[] {"13", "26", "27", "34", "35", "36", "37", "38", "39", "40"};
        for (int i = 0; i < industries.length; i++) {
            counted("industry", industries[i], 9_876 / (i + 1));
        }
        counted("state", "", 28_406);
    }

    private void counted(String dimension, String value, int filed) {
        for (var state : new String[] {"filed", "in-publicity", "recognised"}) {
            products.change("""
                insert into product_filing.statistic_change (subject, dimension, year, value, state, change)
                values ('public', ?, 2025, ?, ?, ?)\
                """, dimension, value, state, state.equals("filed") ? filed : filed / 9);
        }
    }
}
