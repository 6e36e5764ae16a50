package org.tongban.core.external.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.core.external.AskBusinessRegistry;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.identifier.UnifiedSocialCreditCode;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.LoopbackGateway;
import org.tongban.testkit.Tongban;
import org.tongban.trial.Rows;

/** A portal asks of a code what the form cannot know, on a platform whose registry is a gateway. */
@Tag("CO-72")
@Tag("CO-75")
@Tag("CO-31")
class CreditCodeCheckTest {
    private static final String CHECKS = "/api/platform/v1/identifiers/credit-codes/checks";
    /** Outer digits wrong, inner ones right. */
    private static final String CONFIRMED = "911101085923662401";

    private static final String OTHER = "911101085923662402";
    private static final String ENTRY = """
        {"code": "%s", "name": "北京示例（集团）有限公司", "type": "有限责任公司", "status": "active",
         "representative": {"name": "张三"}}\
        """;

    private static LoopbackGateway gateway;
    private static Tongban tongban;

    @BeforeAll
    static void start(@TempDir Path data) {
        gateway = new LoopbackGateway();
        tongban = Tongban.beside(
                data,
                Map.of(
                        "platform.registries.business.url",
                        gateway.url(),
                        "platform.registries.business.read-timeout",
                        "1500ms",
                        "platform.registries.business.manual-review-when-away",
                        true));
    }

    @AfterAll
    static void stop() {
        tongban.stop();
        gateway.close();
    }

    private static Answer check(String code, String name) {
        var body = Api.json("{'code': '%s'%s}".formatted(code, name.isEmpty() ? "" : ", 'name': '" + name + "'"));
        return tongban.anonymous().with("Accept-Language", "en").post(CHECKS, body);
    }

    private static boolean formTakes(String code) {
        var schema = Api.json("{'type': 'object', 'properties': {'uscc': {'type': 'string', 'x-check': 'uscc'}}}");
        return tongban.context()
                .getBean(SchemaCompiler.class)
                .compile(schema)
                .check(Api.json("{'uscc': '%s'}".formatted(code)))
                .isEmpty();
    }

    @Test
    void a_right_code_needs_no_registry_and_flags_are_named() {
        gateway.answers(500, "");
        var right = check("911101085923662400", "").json();
        assertThat(right.path("accepted").asBoolean()).isTrue();
        assertThat(right.path("flags")).isEmpty();
        var irregular = check("91350203m0001qkt19", "厦门示例公司").json();
        assertThat(irregular.path("code").asText()).isEqualTo("91350203M0001QKT19");
        assertThat(irregular.at("/flags/0/code").asText()).isEqualTo("irregular-issue");
        assertThat(gateway.asked()).isEmpty();
    }

    @Test
    void a_code_that_the_registry_knows_under_this_name_is_taken_here_and_in_forms() {
        gateway.answers(200, ENTRY.formatted(CONFIRMED));
        assertThat(formTakes(CONFIRMED)).isFalse();
        assertThat(check(CONFIRMED, "北京别的有限公司").json().at("/problem/code").asText())
                .isEqualTo("check-digit");
        assertThat(check(CONFIRMED, "").json().path("accepted").asBoolean()).isFalse();
        assertThat(formTakes(CONFIRMED)).isFalse();
        var answer = check(CONFIRMED, "北京示例(集团) 有限公司").json();
        assertThat(answer.path("accepted").asBoolean()).isTrue();
        assertThat(answer.at("/flags/0/code").asText()).isEqualTo("confirmed-by-registry");
        assertThat(formTakes(CONFIRMED)).isTrue();
        gateway.answers(500, "");
        assertThat(check(CONFIRMED, "").json().path("accepted").asBoolean()).isTrue();
        assertThat(Rows.count(tongban, """
            select count(*) from core.audit_record
            where action = 'platform.credit-code.check' and digest ->> 'code' = '911101085923662401'
            """)).isPositive();
    }

    @Test
    void a_code_that_the_registry_does_not_know_is_refused() {
        gateway.answers(404, "{\"code\": \"not-found\"}");
        assertThat(check(OTHER, "北京示例有限公司").json().at("/problem/code").asText()).isEqualTo("check-digit");
    }

    @Test
    void a_registry_that_is_away_is_503_with_a_time_to_come_back() {
        gateway.behave(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "2");
            LoopbackGateway.answer(exchange, 429, "");
        });
        var answer = check(OTHER, "北京示例有限公司");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("registry-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(answer.text()).doesNotContain("Exception", "127.0.0.1");
        org.awaitility.Awaitility.await().until(() -> {
            gateway.answers(404, "{\"code\": \"not-found\"}");
            return check(OTHER, "北京示例有限公司").status() == 200;
        });
    }

    @Test
    void an_application_may_go_to_review_where_the_installation_says_so() {
        var here = tongban.context().getBean(AskBusinessRegistry.class);
        assertThat(here.reviewsWhenAway()).isTrue();
        gateway.answers(400, "");
        assertThat(here.find(new UnifiedSocialCreditCode(OTHER)))
                .isInstanceOf(AskBusinessRegistry.Answer.ForReview.class);
        assertThat(Tongban.running()
                        .context()
                        .getBean(AskBusinessRegistry.class)
                        .reviewsWhenAway())
                .isFalse();
    }

    @Test
    void neither_digit_right_or_an_identity_number_is_refused_without_asking() {
        gateway.answers(500, "");
        assertThat(check("911101085923662412", "北京示例有限公司")
                        .json()
                        .at("/problem/code")
                        .asText())
                .isEqualTo("both-check-digits");
        assertThat(check("11010519491231002X", "北京示例有限公司")
                        .json()
                        .at("/problem/code")
                        .asText())
                .isEqualTo("looks-like-id-number");
        assertThat(gateway.asked()).isEmpty();
        assertThat(Rows.count(tongban, """
            select count(*) from core.audit_record where digest::text like '%11010519491231002X%'
            """)).isZero();
    }
}
