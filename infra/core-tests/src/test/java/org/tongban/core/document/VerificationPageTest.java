package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** What the page of a certificate's number says in each of its states (CO-60). */
@TongbanTest
@Tag("CO-60")
class VerificationPageTest {
    private final Tongban tongban;
    private final Issuer issuer;

    VerificationPageTest(Tongban tongban) {
        this.tongban = tongban;
        issuer = new Issuer(tongban);
    }

    private String page(String path, String language) {
        return tongban.anonymous()
                .unchecked()
                .with("Accept", "text/html")
                .with("Accept-Language", language)
                .get(path)
                .text();
    }

    @Test
    @Tag("PF-71")
    @Tag("PO-1")
    @Tag("PO-8")
    void the_page_of_a_number_says_since_when_and_until_when() {
        var today = issuer.today();
        var expired = numbered(today.minusYears(3), today.minusDays(1));
        assertThat(page("/verify/" + expired.number(), "zh"))
                .contains(
                        "verdict--expired",
                        "此文件已到期</h1>",
                        "有效期至2026年11月19日，现已到期。",
                        "2023年11月20日至2026年11月19日",
                        "核验时间：2026年11月20日 10:00:0")
                .contains("<title>文件核验：此文件已到期", expired.code());
        assertThat(page("/verify/" + expired.number(), "en"))
                .contains("This document has expired", "valid until 2026-11-19", "Checked at 2026-11-20 10:00:0");
        var early = numbered(today.plusDays(2), null);
        assertThat(page("/verify/" + early.number(), "zh")).contains("verdict--not-yet-valid", "自2026年11月22日起有效");

        var revoked = numbered(today.minusDays(9), today.plusYears(3));
        issuer.revoke(revoked);
        assertThat(page("/verify/" + revoked.number(), "zh"))
                .contains("verdict--revoked", "此文件已撤销</h1>", "已于2026年11月20日撤销", "<dt>撤销日期</dt><dd>2026年11月20日</dd>");
        assertThat(page("/verify/" + revoked.number(), "en")).contains("was revoked", "took it back on 2026-11-20");

        var former = numbered(today, null);
        var next = issuer.superseded(former, issuer.document(today, null).withPublicNumber());
        assertThat(page("/verify/" + former.number() + "?lang=en", "zh"))
                .contains(
                        "verdict--superseded",
                        "This document was superseded</h1>",
                        "<a href=\"/verify/" + next.number() + "?lang&#x3D;en\">" + next.number() + "</a>");
        assertThat(page("/verify/" + next.number(), "zh")).contains("verdict--valid", "此文件有效</h1>");
        var hidden = issuer.issued(today, null);
        var hiddenNext = issuer.superseded(hidden, issuer.document(today, null));
        assertThat(page("/verify/" + hidden.code(), "zh"))
                .contains("<dd>" + hiddenNext.number() + "</dd>")
                .doesNotContain("/verify/" + hiddenNext.number());

        var unknown = issuer.document(today, null).number();
        var nothing = tongban.anonymous()
                .unchecked()
                .with("Accept", "text/html")
                .with("Accept-Language", "zh")
                .get("/verify?code=" + unknown);
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.text())
                .contains("verdict--not-found", "未找到此文件</h1>", "请勿采信", "value=\"" + unknown + "\"")
                .doesNotContain("key-values");
    }

    private IssuedDocument numbered(LocalDate from, @Nullable LocalDate until) {
        return issuer.inOne(
                () -> issuer.documents().issue(issuer.document(from, until).withPublicNumber()));
    }
}
