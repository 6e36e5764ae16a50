package org.tongban.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Whether a document stands, as anybody is told who has its code (CO-60). */
@TongbanTest
@Tag("CO-60")
class VerificationTest {
    private static final String PUBLIC = Issuer.PUBLIC;

    private final Tongban tongban;
    private final Issuer issuer;

    VerificationTest(Tongban tongban) {
        this.tongban = tongban;
        issuer = new Issuer(tongban);
    }

    @AfterEach
    void restore() {
        tongban.clock().moveTo(Tongban.MOMENT);
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
    void the_state_is_read_at_the_moment_by_business_time() {
        var document = issuer.issued(issuer.today().plusDays(1), issuer.today().plusDays(2));
        assertThat(issuer.state(document)).isEqualTo("not-yet-valid");
        // Midnight in Shanghai.
        tongban.clock()
                .moveTo(issuer.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.ZONE)
                        .toInstant());
        assertThat(issuer.state(document)).isEqualTo("valid");
        tongban.clock()
                .moveTo(issuer.today()
                        .plusDays(1)
                        .atTime(23, 59)
                        .atZone(BusinessClock.ZONE)
                        .toInstant());
        assertThat(issuer.state(document)).isEqualTo("valid");
        tongban.clock()
                .moveTo(issuer.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.ZONE)
                        .toInstant());
        assertThat(issuer.state(document)).isEqualTo("expired");
    }

    @Test
    void what_was_superseded_or_revoked_says_so_whatever_its_dates() {
        var former = issuer.issued(issuer.today(), issuer.today());
        var next = issuer.superseded(former, issuer.document(issuer.today(), issuer.today()));
        assertThat(issuer.state(former)).isEqualTo("superseded");
        assertThat(issuer.state(next)).isEqualTo("valid");
        var shown = tongban.anonymous().get(PUBLIC + former.code()).json();
        assertThat(shown.path("supersededBy").asText()).isEqualTo(next.number());

        issuer.inOne(() -> {
            issuer.documents().revoke(former.id());
            issuer.documents().revoke(next.id());
            return next;
        });
        assertThat(issuer.state(former)).isEqualTo("revoked");
        assertThat(issuer.state(next)).isEqualTo("revoked");
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(400)));
        assertThat(issuer.state(next)).isEqualTo("revoked");
    }

    @Test
    void what_ended_does_not_end_again() {
        var document = issuer.issued(issuer.today(), issuer.today());
        issuer.superseded(document, issuer.document(issuer.today(), issuer.today()));
        assertIllegal(
                () -> issuer.documents().supersede(document.id(), issuer.document(issuer.today(), issuer.today())),
                "superseded");
        issuer.revoke(document);
        assertIllegal(
                () -> issuer.documents().supersede(document.id(), issuer.document(issuer.today(), issuer.today())),
                "revoked");
        assertIllegal(
                () -> {
                    issuer.documents().revoke(document.id());
                    return document;
                },
                "revoked");
        assertThatThrownBy(() -> issuer.inOne(() -> {
                    issuer.documents().revoke(UUID.randomUUID());
                    return document;
                }))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.code()).isEqualTo(DocumentError.DOCUMENT_NOT_FOUND));
    }

    @Test
    @Tag("CO-46d")
    @Tag("CO-60b")
    void a_document_whose_revocation_fell_stands_again_under_its_code() {
        var document = issuer.issued(issuer.today(), issuer.today());
        assertIllegal(() -> reinstated(document), "valid");
        issuer.revoke(document);
        assertThat(tongban.anonymous().get(PUBLIC + document.code() + "/jws").code())
                .isEqualTo("document-withdrawn");
        issuer.reinstate(document);
        assertThat(issuer.state(document)).isEqualTo("valid");
        assertThat(tongban.anonymous().get(PUBLIC + document.code()).json().has("revokedOn"))
                .isFalse();
        assertThat(tongban.anonymous().get(PUBLIC + document.code() + "/jws").status())
                .isEqualTo(200);
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(1)));
        assertThat(issuer.state(document)).isEqualTo("expired");
        tongban.clock().moveTo(Tongban.MOMENT);

        issuer.superseded(document, issuer.document(issuer.today(), null));
        assertIllegal(() -> reinstated(document), "superseded");
        issuer.revoke(document);
        issuer.reinstate(document);
        assertThat(issuer.state(document)).isEqualTo("superseded");
    }

    private IssuedDocument reinstated(IssuedDocument document) {
        issuer.documents().reinstate(document.id());
        return document;
    }

    private void assertIllegal(Supplier<IssuedDocument> move, String state) {
        assertThatThrownBy(() -> issuer.inOne(move)).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.ILLEGAL_MOVE);
            assertThat(refused.members()).containsEntry("state", state);
        });
    }

    @Test
    void a_document_without_a_template_or_a_number_of_the_cores_is_not_issued() {
        var right = issuer.document(issuer.today(), null);
        var without = new NewDocument(
                "trial/none",
                right.number(),
                right.title(),
                "",
                "",
                null,
                right.subject(),
                issuer.today(),
                null,
                List.of());
        assertThatThrownBy(() -> issuer.inOne(() -> issuer.documents().issue(without)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("documents/trial/none.hbs");
        var wrong = new NewDocument(
                right.template(), "12", right.title(), "", "", null, right.subject(), issuer.today(), null, List.of());
        assertThatThrownBy(() -> issuer.inOne(() -> issuer.documents().issue(wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("12");
        assertThatThrownBy(() -> issuer.document(issuer.today(), issuer.today().minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_that_nobody_issued_leads_nowhere() {
        var code = issuer.issued(issuer.today(), null).code();
        var last = code.charAt(code.length() - 1);
        for (var wrong :
                List.of("0000-0000-0000-0000", "x", code.substring(0, code.length() - 1) + (last == '7' ? '8' : '7'))) {
            var refused = tongban.anonymous().get(PUBLIC + wrong);
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.code()).isEqualTo("document-not-found");
            assertThat(tongban.anonymous().get(PUBLIC + wrong + "/jws").code()).isEqualTo("document-not-found");
        }
    }

    @Test
    @Tag("PF-71")
    void a_number_finds_what_is_to_be_found_by_it_and_nothing_else() {
        var hidden = issuer.issued(issuer.today(), null);
        assertThat(tongban.anonymous().get(PUBLIC + hidden.number()).code()).isEqualTo("document-not-found");
        var known = issuer.inOne(() ->
                issuer.documents().issue(issuer.document(issuer.today(), null).withPublicNumber()));
        var typed = known.number().toLowerCase(Locale.ROOT).replace("-", "%20");
        for (var number : List.of(known.number(), typed)) {
            var shown = tongban.anonymous().get(PUBLIC + number);
            assertThat(shown.json().path("code").asText()).as(shown.toString()).isEqualTo(known.code());
        }
        assertThat(page("/verify?code=" + typed, "zh")).contains("此文件有效", known.code());
        assertThat(tongban.anonymous().get(PUBLIC + known.number() + "/jws").status())
                .isEqualTo(200);
        issuer.revoke(known);
        assertThat(page("/verify/" + known.number(), "zh")).contains("此文件已撤销");
    }

    @Test
    void the_page_says_in_one_sentence_what_is_so() {
        var valid = issuer.issued(issuer.today(), null);
        assertThat(page("/verify/" + valid.code(), "zh"))
                .contains("<h1 class=\"verdict__sentence\">此文件有效</h1>", valid.number(), "某单位", "长期有效");
        assertThat(page("/verify/" + valid.code(), "en")).contains("This document is valid", "Checked at 2026-11-20");
        assertThat(page("/verify?code=" + valid.code().toLowerCase(Locale.ROOT), "zh"))
                .contains("此文件有效");
        issuer.revoke(valid);
        assertThat(page("/verify/" + valid.code(), "zh")).contains("此文件已撤销").doesNotContain("此文件有效");
        var superseded = issuer.issued(issuer.today(), null);
        issuer.superseded(superseded, issuer.document(issuer.today(), null));
        assertThat(page("/verify/" + superseded.code(), "zh")).contains("此文件已被替代");
        assertThat(page(
                        "/verify/"
                                + issuer.issued(
                                                issuer.today().minusDays(2),
                                                issuer.today().minusDays(1))
                                        .code(),
                        "zh"))
                .contains("此文件已到期");
        assertThat(page(
                        "/verify/"
                                + issuer.issued(issuer.today().plusDays(2), null)
                                        .code(),
                        "zh"))
                .contains("此文件尚未生效");
        assertThat(page("/verify/%3Cscript%3E", "zh"))
                .contains("未找到此文件", "&lt;script&gt;")
                .doesNotContain("<script>");
        assertThat(page("/verify", "zh")).contains("<h1>文件核验</h1>", "name=\"code\"");
        var gone = tongban.anonymous().unchecked().with("Accept", "text/html").get("/verify/none");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
    }
}
