package org.tongban.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.time.BusinessClock;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** What the test kit gives to developers of modules (CO-7): one annotation, and all that a programme's tests need. */
@TongbanTest
@Tag("CO-7")
class KitTest {
    private static final String FILES = "/api/platform/v1/files";
    private static final byte[] PICTURE = ("P6 is no PNG").getBytes(StandardCharsets.US_ASCII);

    @Test
    void one_annotation_starts_the_platform_with_the_module_a_database_and_an_object_store(Tongban tongban) {
        assertThat(tongban.anonymous().get("/api/platform/v1/modules").json().path("items"))
                .extracting(module -> module.path("id").asText())
                .contains("platform", "trial");
        assertThat(Rows.of(tongban, "select version() as version").getFirst().get("version"))
                .asString()
                .startsWith("PostgreSQL");
        assertThat(tongban.servers().environment()).containsKeys("S3_ENDPOINT", "S3_BUCKET");
    }

    @Test
    void tokens_are_had_by_sample_accounts_and_by_accounts_of_the_tests_own(Tongban tongban) {
        assertThat(tongban.as("admin")
                        .get("/api/platform/v1/me")
                        .json()
                        .path("realm")
                        .asText())
                .isEqualTo("staff");
        var writer = People.writer(tongban);
        assertThat(tongban.withToken(writer.token())
                        .get("/api/platform/v1/me")
                        .json()
                        .path("realm")
                        .asText())
                .isEqualTo(TrialModule.REALM);
    }

    @Test
    void a_code_is_read_from_the_inbox_of_messages_and_proves_the_phone(Tongban tongban) {
        var proof = Proofs.ofPhone(tongban, tongban.anonymous(), TrialModule.REALM, "register", People.phone());
        assertThat(proof).hasSizeGreaterThan(40);
    }

    @Test
    void business_time_stands_where_a_test_puts_it(Tongban tongban) {
        var clock = tongban.context().getBean(BusinessClock.class);
        var before = clock.today();
        tongban.clock().moveTo(Tongban.MOMENT.plus(Duration.ofDays(400)));
        assertThat(clock.today()).isEqualTo(before.plusDays(400));
    }

    @Test
    void an_upload_is_judged_by_the_real_store_and_sniffer(Tongban tongban) {
        var refused = People.writer(tongban).api().bytes("POST", FILES + "?slot=trial/picture", PICTURE, "image/png");
        assertThat(refused.status()).isEqualTo(415);
    }
}
