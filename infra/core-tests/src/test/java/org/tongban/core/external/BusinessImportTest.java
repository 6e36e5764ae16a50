package org.tongban.core.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Passwords;
import org.tongban.core.external.BusinessRegistry.Comparison;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.core.message.Recipient;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** The embedded registry of businesses is filled by an administrator's file (CO-75). */
@TongbanTest
@Tag("CO-75")
class BusinessImportTest {
    private static final String IMPORTS = "/api/platform/v1/registries/businesses/imports";
    private static final String HEADER = "uscc,name,formerNames,type,status,establishedOn,validTo,address,division,"
            + "registeredCapital,industry,legalRepName,legalRepIdType,legalRepIdNumber,phone,recordedOn\n";
    private static final UnifiedSocialCreditCode CODE = new UnifiedSocialCreditCode("91110108551385082Q");
    private static final IdDocument DOCUMENT = new IdDocument(IdDocument.Kind.RESIDENT_ID, "440524188001010014");

    private final Tongban tongban;

    BusinessImportTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private static String row(String code, String name, String recordedOn) {
        return "%s,%s,旧名甲;旧名乙,有限责任公司,active,2010-03-03,,测试路1号,110108,185000.5,6513,张三,resident-id,440524188001010014,13800000009,%s\n"
                .formatted(code, name, recordedOn);
    }

    private BusinessRegistry registry() {
        return tongban.context().getBean(BusinessRegistry.class);
    }

    private JsonNode imported(String csv) {
        var admin = tongban.as("admin");
        var accepted = admin.bytes("POST", IMPORTS, csv.getBytes(StandardCharsets.UTF_8), "text/csv");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> admin.get(accepted.header("Location")).json(),
                        job -> List.of("done", "failed")
                                .contains(job.path("state").asText()));
    }

    @Test
    void answers_what_was_imported_and_compares_what_it_does_not_show() {
        assertThat(imported(HEADER + row("91110108551385082q", "甲（测试）公司", "2026-01-01"))
                        .path("rejected")
                        .asInt())
                .isZero();
        var entry = registry().find(CODE).orElseThrow();
        assertThat(entry.name()).isEqualTo("甲（测试）公司");
        assertThat(entry.formerNames()).containsExactly("旧名甲", "旧名乙");
        assertThat(entry.registeredCapital()).isEqualByComparingTo(new BigDecimal("185000.5"));
        assertThat(entry.establishedOn()).isEqualTo(LocalDate.of(2010, 3, 3));
        assertThat(entry.phone()).isNotNull();
        assertThat(entry.phone().recipient()).isEqualTo(new Recipient.Phone("+8613800000009"));
        assertThat(entry.toString()).doesNotContain("13800000009", "440524");
        assertThat(registry().compareRepresentative(CODE, DOCUMENT)).isEqualTo(Comparison.SAME);
        assertThat(registry()
                        .compareRepresentative(CODE, new IdDocument(IdDocument.Kind.RESIDENT_ID, "11010519491231002X")))
                .isEqualTo(Comparison.DIFFERENT);
        assertThat(registry().compareRepresentative(new UnifiedSocialCreditCode("91330100799655058B"), DOCUMENT))
                .isEqualTo(Comparison.NOT_KNOWN);
        assertThat(registry().find(new UnifiedSocialCreditCode("91330100799655058B")))
                .isEmpty();
    }

    @Test
    void knows_the_sample_units_and_dozens_of_others() {
        assertThat(registry().find(new UnifiedSocialCreditCode("91110108000000027Y")))
                .hasValueSatisfying(unit -> assertThat(unit.formerNames()).containsExactly("北京新联铁科技股份有限公司"));
        assertThat(Rows.count(tongban, "select count(*) from core.business_registry where name like '示例%'"))
                .isEqualTo(30);
    }

    @Test
    @Tag("RL-12")
    void keeps_no_number_of_a_person_in_clear() {
        imported(HEADER + row("914403001922038216", "乙公司", "2026-01-01"));
        var row = Rows.of(
                        tongban,
                        "select legal_rep_id_number, phone, legal_rep_id_index, cast(business_registry as text) as all"
                                + " from core.business_registry where uscc = '914403001922038216'")
                .getFirst();
        assertThat(row.get("all").toString()).doesNotContain("440524188001010014", "13800000009");
        assertThat(Stream.of("legal_rep_id_number", "phone")
                        .map(column -> new String((byte[]) row.get(column), StandardCharsets.ISO_8859_1)))
                .noneMatch(bytes -> bytes.contains("440524") || bytes.contains("13800000009"));
    }

    @Test
    void replaces_a_record_by_one_of_a_later_day_only() {
        var code = "9144030027939873X7";
        imported(HEADER + row(code, "丙公司", "2026-01-01"));
        imported(HEADER + row(code, "丙二公司", "2026-03-01") + row(code, "丙三公司", "2026-02-01"));
        imported(HEADER + row(code, "丙四公司", "2026-02-15"));
        assertThat(registry()
                        .find(new UnifiedSocialCreditCode(code))
                        .orElseThrow()
                        .name())
                .isEqualTo("丙二公司");
    }

    @Test
    @Tag("RL-12")
    void lists_what_it_left_out_without_the_numbers_of_persons() {
        var job = imported(HEADER + row("91110108551385092Q", "丁公司", "2026-01-01"));
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        var rejection = job.path("rejections").path(0);
        assertThat(rejection.path("code").asText()).isEqualTo("both-check-digits");
        assertThat(rejection.path("content").asText())
                .contains("91110108551385092Q", "丁公司")
                .doesNotContain("440524188001010014", "13800000009", "张三");
    }

    @Test
    @Tag("RL-12")
    void shows_no_number_of_a_person_that_stands_where_the_code_belongs() {
        var job = imported(HEADER + row("440524188001010014", "戊公司", "2026-01-01") + "440524188001010014,己公司\n");
        assertThat(job.path("rejected").asInt()).isEqualTo(2);
        assertThat(job.path("rejections").path(0).path("code").asText()).isEqualTo("looks-like-id-number");
        assertThat(job.path("rejections").toString()).contains("戊公司").doesNotContain("440524188001010014");
    }

    @Test
    void takes_no_record_of_a_day_to_come() {
        var job = imported(HEADER + row("91330106MA2800CX4J", "庚公司", "9999-12-31"));
        assertThat(job.path("rejected").asInt()).isEqualTo(1);
        assertThat(job.path("rejections").path(0).path("message").asText()).contains("recordedOn 不得晚于今天");
    }

    @Test
    @Tag("CO-28")
    void is_not_for_administrators_of_a_region() {
        var login = "r" + UUID.randomUUID().toString().replace("-", "");
        var hash = tongban.context().getBean(Passwords.class).hash(People.PASSWORD);
        tongban.context()
                .getBean(Accounts.class)
                .create(new NewAccount(
                        "staff", login, hash, false, null, null, null, "410000", Set.of("platform-administrator")));
        var session = People.signIn(tongban, "staff", login, People.PASSWORD);
        Api bound = tongban.withToken(session.json().path("accessToken").asText());
        for (var path : List.of(IMPORTS, "/api/platform/v1/registries/patents/imports")) {
            var refused = bound.bytes("POST", path, HEADER.getBytes(StandardCharsets.UTF_8), "text/csv");
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("forbidden");
        }
    }
}
