package org.tongban.core.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.identifier.Parsed.Flag;
import org.tongban.core.identifier.Parsed.Refused;
import org.tongban.core.identifier.Parsed.Valid;
import org.tongban.core.time.SystemClock;
import org.tongban.core.token.ChangeFeed;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.Rows;

/** The table of irregular issues of credit codes: kept by administrators, heeded on every node (CO-72). */
@TongbanTest
@Tag("CO-72")
class IrregularPrefixTest {
    private static final String PATH = "/api/platform/v1/identifiers/irregular-prefixes";
    private static final String SHIPPED = "{'prefix': '91350203M0', 'note': '厦门早期发放的代码'}";
    /** Inner digit right, outer wrong. */
    private static final String CODE = "91110108551385082T";

    private final Tongban tongban;

    IrregularPrefixTest(Tongban tongban) {
        this.tongban = tongban;
    }

    private static Answer put(Api api, String... lines) {
        return api.put(PATH, Api.json("{'prefixes': [" + String.join(",", lines) + "]}"));
    }

    private static <T> T bean(Class<T> type) {
        return Tongban.running().context().getBean(type);
    }

    @AfterEach
    void as_it_was() {
        put(tongban.as("admin"), SHIPPED);
    }

    @Test
    void everybody_reads_the_table_that_comes_with_the_platform() {
        var answer = tongban.anonymous().get(PATH);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/prefixes/0/prefix").asText()).isEqualTo("91350203M0");
        assertThat(answer.etag()).isNotEmpty();
    }

    @Test
    void a_prefix_that_an_administrator_adds_counts_on_every_node() {
        var other = new CreditCodes(
                bean(IrregularPrefixRepository.class),
                bean(Transactions.class),
                bean(ChangeFeed.class),
                bean(SystemClock.class));
        other.start();
        assertThat(other.parse(CODE)).isInstanceOf(Refused.class);

        var answer = put(tongban.as("admin"), SHIPPED, "{'prefix': '911101085', 'note': ''}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        for (var node : List.of(other, bean(CreditCodes.class))) {
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(node.parse(CODE)).isInstanceOf(Valid.class));
            assertThat(((Valid<?>) node.parse(CODE)).flags()).containsExactly(Flag.IRREGULAR_ISSUE);
        }
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where action = ? and subject_id = ?",
                        "platform.irregular-prefixes.change",
                        new UUID(0, 0)))
                .isPositive();
    }

    @Test
    void a_prefix_in_small_letters_is_kept_canonical_and_one_left_out_is_gone() {
        assertThat(put(tongban.as("admin"), "{'prefix': '91350203m1', 'note': 'x'}")
                        .status())
                .isEqualTo(200);
        var prefixes = tongban.anonymous().get(PATH).json().path("prefixes");
        assertThat(prefixes.findValuesAsText("prefix")).containsExactly("91350203M1");
    }

    @Test
    void a_prefix_that_stands_twice_is_refused_in_whatever_spelling() {
        var refused = put(
                tongban.as("admin"), "{'prefix': '91350203M1', 'note': 'x'}", "{'prefix': '91350203m1', 'note': 'y'}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations()).containsExactly("/prefixes/1/prefix duplicate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'prefixes': null}",
                "{'prefixes': [{'prefix': '9135020', 'note': ''}]}",
                "{'prefixes': [{'prefix': '91350203I0', 'note': ''}]}",
                "{'prefixes': [{'prefix': '91350203M0'}]}",
                "{'prefixes': [{'prefix': '91350203M0', 'note': '\\u0000'}]}",
                "{'prefixes': [{'prefix': '91350203M00000000000', 'note': ''}]}",
                "{'prefixes': [{'prefix': '91350203M0', 'note': '', 'more': 1}]}"
            })
    @Tag("RL-4")
    void what_is_no_table_is_refused(String body) {
        assertThat(tongban.as("admin")
                        .json("PUT", PATH, body.replace('\'', '"'))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Tag("CO-28")
    void only_administrators_change_the_table() {
        assertThat(put(tongban.anonymous(), SHIPPED).status()).isEqualTo(401);
        assertThat(put(tongban.as("reviewer"), SHIPPED).status()).isEqualTo(403);
    }
}
