package org.tongban.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.core.ProblemsTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.core.agreement.Agreements;
import org.tongban.core.agreement.MissingAgreement;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.time.MovableClock;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** Agreements: what staff publish, what everybody reads, who has accepted what (CO-33). */
@TongbanTest
@Tag("CO-33")
class AgreementsTest {
    private static final String AGREEMENTS = "/api/platform/v1/agreements/";
    private static final String MINE = "/api/platform/v1/me/agreements";
    private static final String TERMS = "trial.terms";
    private static final String PRIVACY = "trial.privacy";
    private static final String CHARTER = "trial.charter";

    private static LocalDate today(Tongban tongban) {
        return tongban.context().getBean(BusinessClock.class).today();
    }

    private static Answer published(Tongban tongban, String agreement, LocalDate from, boolean again) {
        return tongban.as("admin").post(AGREEMENTS + agreement + "/versions", body("第一条", from, again));
    }

    private static JsonNode body(String zh, LocalDate from, boolean again) {
        return Api.json(
                "{'zh': '%s', 'en': 'Article 1', 'effectiveFrom': '%s', 'acceptAgain': %s}".formatted(zh, from, again));
    }

    private static int version(Tongban tongban, String agreement, boolean again) {
        var answer = published(tongban, agreement, today(tongban), again);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("version").asInt();
    }

    private static Answer accepted(Api api, String agreement, int version) {
        return api.post(MINE, Api.json("{'agreements': [{'id': '%s', 'version': %d}]}".formatted(agreement, version)));
    }

    private static List<String> missing(Tongban tongban, UUID account, String agreement) {
        var agreements = tongban.context().getBean(Agreements.class);
        return tongban
                .context()
                .getBean(Transactions.class)
                .read(() -> agreements.missing(account, List.of(agreement, "trial.unpublished"), Language.EN))
                .stream()
                .map(MissingAgreement::id)
                .toList();
    }

    @Test
    void everybody_reads_the_version_in_force_with_its_hash(Tongban tongban) throws NoSuchAlgorithmException {
        var version = version(tongban, PRIVACY, false);

        var shown = tongban.anonymous().with("Accept-Language", "en").get(AGREEMENTS + PRIVACY);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("version").asInt()).isEqualTo(version);
        assertThat(shown.json().path("title").asText()).isEqualTo("Privacy notice");
        assertThat(shown.json().path("zh").asText()).isEqualTo("第一条");
        var hash = MessageDigest.getInstance("SHA-256").digest("第一条\0Article 1".getBytes(StandardCharsets.UTF_8));
        assertThat(shown.json().path("sha256").asText())
                .isEqualTo(HexFormat.of().formatHex(hash));
        var listed =
                tongban.anonymous().get("/api/platform/v1/agreements").json().path("items");
        assertThat(listed)
                .filteredOn(item -> item.path("id").asText().equals(PRIVACY))
                .singleElement()
                .satisfies(item -> assertThat(item.path("version").asInt()).isEqualTo(version));
    }

    @Test
    void what_nobody_has_published_or_declared_is_not_there(Tongban tongban) {
        for (var id : List.of("trial.unpublished", "trial.unheard-of")) {
            assertProblem(tongban.anonymous().get(AGREEMENTS + id), 404, "not-found", AGREEMENTS + id);
            assertThat(tongban.anonymous().get(AGREEMENTS + id + "/versions/1").status())
                    .isEqualTo(404);
        }
        assertThat(tongban.anonymous()
                        .get(AGREEMENTS + "trial.unheard-of/versions")
                        .status())
                .isEqualTo(404);
        assertThat(published(tongban, "trial.unheard-of", today(tongban), false).status())
                .isEqualTo(404);
    }

    @Test
    void a_version_of_tomorrow_can_be_read_and_takes_over_tomorrow(Tongban tongban) {
        var now = version(tongban, CHARTER, false);
        var next = published(tongban, CHARTER, today(tongban).plusDays(1), false);
        assertThat(next.status()).isEqualTo(201);
        assertThat(next.header("Location")).isEqualTo(AGREEMENTS + CHARTER + "/versions/" + (now + 1));

        assertThat(tongban.anonymous()
                        .get(AGREEMENTS + CHARTER)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(now);
        assertThat(tongban.anonymous().get(next.header("Location")).status()).isEqualTo(200);
        assertThat(tongban.anonymous()
                        .get(AGREEMENTS + CHARTER + "/versions?limit=1")
                        .json()
                        .at("/items/0/version")
                        .asInt())
                .isEqualTo(now + 1);
        var clock = tongban.context().getBean(MovableClock.class);
        clock.moveTo(clock.now().plus(Duration.ofDays(1)));
        assertThat(tongban.anonymous()
                        .get(AGREEMENTS + CHARTER)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(now + 1);
        assertThat(published(tongban, CHARTER, today(tongban), false).status()).isEqualTo(201);
    }

    @Test
    void a_version_does_not_begin_in_the_past_nor_before_the_one_before_it(Tongban tongban) {
        var latest = today(tongban).plusDays(400);
        var agreement = "trial.rules";
        assertThat(published(tongban, agreement, latest, false).status()).isEqualTo(201);

        var yesterday = published(tongban, agreement, today(tongban).minusDays(1), false);

        assertProblem(yesterday, 422, "agreement-refused", AGREEMENTS + agreement + "/versions");
        assertThat(yesterday.violations())
                .containsExactly("/effectiveFrom in-the-past", "/effectiveFrom before-latest-version");
        var noDay = tongban.as("admin")
                .post(
                        AGREEMENTS + agreement + "/versions",
                        Api.json("{'zh': 'x', 'en': 'x', 'effectiveFrom': '2027-02-30', 'acceptAgain': false}"));
        assertThat(noDay.status()).isEqualTo(400);
        assertThat(noDay.violations()).containsExactly("/effectiveFrom date");
    }

    @Test
    @Tag("CO-28")
    void only_staff_who_may_publish_do(Tongban tongban) {
        var path = AGREEMENTS + TERMS + "/versions";
        var body = body("第一条", today(tongban), false);
        assertThat(tongban.anonymous().post(path, body).status()).isEqualTo(401);
        assertThat(tongban.as("reviewer").post(path, body).status()).isEqualTo(403);
        assertThat(People.writer(tongban).api().post(path, body).status()).isEqualTo(403);
    }

    @Test
    void versions_published_at_once_get_numbers_of_their_own(Tongban tongban) throws Exception {
        var admin = tongban.as("admin");
        var day = today(tongban).plusDays(500);
        var path = AGREEMENTS + "trial.parallel/versions";
        Callable<Answer> publish = () -> admin.post(path, body("并行", day, false));
        var numbers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(java.util.Collections.nCopies(8, publish))) {
                assertThat(answer.get().status()).isEqualTo(201);
                numbers.add(answer.get().json().path("version").asInt());
            }
        }
        assertThat(numbers).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void an_acceptance_keeps_account_version_hash_time_and_client(Tongban tongban) {
        var version = version(tongban, TERMS, false);
        var writer = People.writer(tongban);
        assertThat(missing(tongban, writer.account(), TERMS)).containsExactly(TERMS);

        var answer = accepted(writer.api(), TERMS, version);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(missing(tongban, writer.account(), TERMS)).isEmpty();
        assertThat(Rows.of(tongban, """
            select a.version, a.client, a.sha256 = v.sha256 as same, a.accepted_at is not null as timed
            from core.agreement_acceptance a
            join core.agreement_version v on v.agreement = a.agreement and v.version = a.version
            where a.account_id = ?\
            """, writer.account()))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("version", version)
                        .containsEntry("client", "platform")
                        .containsEntry("same", true)
                        .containsEntry("timed", true));
        assertThat(writer.api().get(MINE).json().at("/accepted/0/version").asInt())
                .isEqualTo(version);
        assertThat(accepted(writer.api(), TERMS, version).status()).isEqualTo(200);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.agreement_acceptance where account_id = ?",
                        writer.account()))
                .isEqualTo(1);
    }

    @Test
    void only_the_version_in_force_can_be_accepted(Tongban tongban) {
        var writer = People.writer(tongban);
        var old = version(tongban, "trial.short-lived", false);
        version(tongban, "trial.short-lived", false);

        for (var refused : List.of(
                accepted(writer.api(), "trial.short-lived", old),
                accepted(writer.api(), "trial.short-lived", old + 2),
                accepted(writer.api(), "trial.unheard-of", 1))) {
            assertProblem(refused, 422, "agreements-not-accepted", MINE);
            assertThat(refused.violations()).containsExactly("/agreements/0 not-in-force");
        }
        assertThat(accepted(tongban.anonymous(), TERMS, 1).status()).isEqualTo(401);
    }

    @Test
    void only_a_version_that_asks_for_it_has_to_be_accepted_again(Tongban tongban) {
        var writer = People.writer(tongban);
        var agreement = "trial.again";
        accepted(writer.api(), agreement, version(tongban, agreement, false));
        version(tongban, agreement, false);
        assertThat(missing(tongban, writer.account(), agreement)).isEmpty();

        version(tongban, agreement, true);
        var latest = version(tongban, agreement, false);

        assertThat(missing(tongban, writer.account(), agreement)).containsExactly(agreement);
        accepted(writer.api(), agreement, latest);
        assertThat(missing(tongban, writer.account(), agreement)).isEmpty();
    }

    @Test
    void a_version_is_taken_back_until_it_is_in_force(Tongban tongban) {
        var kept = version(tongban, PRIVACY, false);
        var typo = published(tongban, PRIVACY, LocalDate.of(2099, 1, 1), true)
                .json()
                .path("version")
                .asInt();
        var path = AGREEMENTS + PRIVACY + "/versions/";
        assertThat(published(tongban, PRIVACY, today(tongban), false).status()).isEqualTo(422);

        assertThat(tongban.as("reviewer").delete(path + typo).status()).isEqualTo(403);
        assertThat(tongban.as("admin").delete(path + typo).status()).isEqualTo(204);
        assertThat(tongban.anonymous().get(path + typo).status()).isEqualTo(404);
        assertThat(tongban.as("admin").delete(path + kept).code()).isEqualTo("agreement-in-force");
        assertThat(tongban.as("admin").delete(path + 999).code()).isEqualTo("not-found");
        assertThat(published(tongban, PRIVACY, today(tongban), false)
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(typo);
    }
}
