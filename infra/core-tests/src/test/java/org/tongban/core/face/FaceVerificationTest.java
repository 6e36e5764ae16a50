package org.tongban.core.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.core.account.DemoPasswords;
import org.tongban.core.client.FaceApp;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.face.FaceVerification.Person;
import org.tongban.core.identifier.IdDocument;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Proofs;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;

/** A face is verified by an app that signs what it has seen, for one token, once. */
@TongbanTest
@Tag("CO-75")
class FaceVerificationTest {
    private static final String PATH = "/api/platform/v1/face-verifications";
    private static final String PUBLIC = "/api/platform/v1/public/face-verifications";
    private static final String NAME = "张三";
    private static final String NUMBER = "11010519491231002X";
    private static final String PURPOSE = "trial.entry";
    private static final Person PERSON = new Person(PURPOSE, NAME, new IdDocument(IdDocument.Kind.RESIDENT_ID, NUMBER));

    private final Tongban tongban;
    private final FaceVerification faces;
    private final Transactions transactions;
    private final FaceApp app;
    private final People.Person writer;

    FaceVerificationTest(Tongban tongban) {
        this.tongban = tongban;
        this.faces = tongban.context().getBean(FaceVerification.class);
        this.transactions = tongban.context().getBean(Transactions.class);
        this.app = FaceApp.register(tongban);
        this.writer = People.writer(tongban);
    }

    private static JsonNode question(String number) {
        return Api.json("{'purpose': '%s', 'name': '%s', 'idKind': 'resident-id', 'idNumber': '%s'}"
                .formatted(PURPOSE, NAME, number));
    }

    private JsonNode started() {
        var answer = writer.api().post(PATH, question(NUMBER));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String token(JsonNode started) {
        return started.path("token").asText();
    }

    private static UUID id(JsonNode started) {
        return UUID.fromString(started.path("id").asText());
    }

    private JsonNode shown(JsonNode started) {
        return writer.api().get(PATH + "/" + id(started)).json();
    }

    private String state(JsonNode started) {
        return shown(started).path("state").asText();
    }

    private Map<String, Object> claims(JsonNode started) {
        return FaceApp.claims(token(started), NAME, NUMBER);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("face-result-refused");
    }

    private long refusals(String reason) {
        return Rows.count(tongban, """
            select count(*) from core.audit_record
            where action = 'platform.face.result' and outcome = 'refused' and digest ->> 'reason' = ?
            """, reason);
    }

    private void consume(UUID account, UUID id, Person person) {
        transactions.write(() -> {
            faces.consume(new Owner.Account(account), id, person, "/face");
            return id;
        });
    }

    private void notVerified(UUID account, UUID id, Person person) {
        assertThatThrownBy(() -> consume(account, id, person))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(FaceError.FACE_NOT_VERIFIED);
                    assertThat(refusal.violations().getFirst().pointer()).isEqualTo("/face");
                });
    }

    @Test
    @Tag("ID-13")
    void a_token_that_the_app_has_read_shows_as_scanned_until_its_result_comes() {
        var started = started();
        var scanned = app.scan(token(started));
        assertThat(scanned.status()).as(scanned.toString()).isEqualTo(200);
        assertThat(scanned.json().path("state").asText()).isEqualTo("scanned");
        assertThat(app.scan(token(started)).status()).isEqualTo(200);
        assertThat(state(started)).isEqualTo("scanned");
        notVerified(writer.account(), id(started), PERSON);
        assertThat(app.give(app.signed(claims(started))).status()).isEqualTo(200);
        assertThat(state(started)).isEqualTo("matched");
        assertThat(app.scan(token(started)).code()).isEqualTo("face-result-refused");
        assertThat(app.scan("unknown").code()).isEqualTo("face-result-refused");
        assertThat(FaceApp.withoutScope(tongban).scan(token(started)).status()).isEqualTo(403);
    }

    @Test
    @Tag("ID-13")
    void polls_of_one_that_waits_keep_their_distance() {
        var started = started();
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 20; i++) {
            statuses.add(writer.api().get(PATH + "/" + id(started)).status());
        }
        assertThat(statuses.getFirst()).isEqualTo(200);
        assertThat(statuses).contains(429);
        assertThat(app.give(app.signed(claims(started))).status()).isEqualTo(200);
        assertThat(state(started)).as("the result is told at once").isEqualTo("matched");
    }

    @Test
    void a_face_that_matches_is_told_and_used_once_by_its_owner_for_its_purpose() {
        var started = started();
        assertThat(started.path("state").asText()).isEqualTo("waiting");
        assertThat(started.path("stateTitle").asText()).isEqualTo("等待核验");
        assertThat(state(started)).isEqualTo("waiting");
        notVerified(writer.account(), id(started), PERSON);

        var answer = app.give(app.signed(claims(started)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("state").asText()).isEqualTo("matched");
        assertThat(state(started)).isEqualTo("matched");

        notVerified(UUID.randomUUID(), id(started), PERSON);
        notVerified(writer.account(), id(started), new Person("trial.other", NAME, PERSON.document()));
        notVerified(writer.account(), id(started), new Person(PURPOSE, "李四", PERSON.document()));
        notVerified(
                writer.account(),
                id(started),
                new Person(PURPOSE, NAME, new IdDocument(IdDocument.Kind.PASSPORT_CN, "E12345678")));
        consume(writer.account(), id(started), PERSON);
        notVerified(writer.account(), id(started), PERSON);
        assertThat(state(started)).isEqualTo("used");
    }

    @Test
    void a_use_that_rolls_back_leaves_the_match_as_it_was() {
        var started = started();
        app.give(app.signed(claims(started)));
        assertThatThrownBy(() -> transactions.write(() -> {
                    faces.consume(new Owner.Account(writer.account()), id(started), PERSON, "/face");
                    throw new IllegalStateException("later");
                }))
                .hasMessage("later");
        consume(writer.account(), id(started), PERSON);
        assertThatThrownBy(() -> faces.consume(new Owner.Account(writer.account()), id(started), PERSON, "/face"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_verdict_against_the_person_is_kept_with_its_reason_and_ends_the_token() {
        var started = started();
        var claims = claims(started);
        claims.put("verdict", "refused");
        claims.put("reason", "光线不足");
        assertThat(app.give(app.signed(claims)).json().path("state").asText()).isEqualTo("refused");
        assertThat(shown(started).path("reason").asText()).isEqualTo("光线不足");
        refused(app.give(app.signed(claims(started))));
        assertThat(state(started)).isEqualTo("refused");
        notVerified(writer.account(), id(started), PERSON);
    }

    @ParameterizedTest
    @MethodSource("others")
    void another_person_than_the_one_asked_about_is_a_mismatch(String name, String number) {
        var started = started();
        var claims = FaceApp.claims(token(started), name, number);
        assertThat(app.give(app.signed(claims)).json().path("state").asText()).isEqualTo("mismatch");
        refused(app.give(app.signed(claims(started))));
        assertThat(state(started)).isEqualTo("mismatch");
        notVerified(writer.account(), id(started), PERSON);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> others() {
        return Stream.of(
                org.junit.jupiter.params.provider.Arguments.of("李四", NUMBER),
                org.junit.jupiter.params.provider.Arguments.of(NAME, "440524188001010014"));
    }

    @Test
    void spaces_and_width_of_a_name_do_not_matter() {
        var started = started();
        var claims = FaceApp.claims(token(started), "张 三", NUMBER);
        assertThat(app.give(app.signed(claims)).json().path("state").asText()).isEqualTo("matched");
    }

    /** What somebody may bring who is not the app, or not for this token, or not now. */
    enum Forgery {
        WITHOUT_SIGNATURE("malformed"),
        SIGNATURE_CUT("malformed"),
        SYMMETRIC_BY_THE_PUBLIC_KEY("header"),
        ANOTHER_CLIENTS_KEY("signature"),
        A_KEY_OF_ITS_OWN_IN_THE_HEADER("header"),
        ANOTHER_KEY_UNDER_THE_SAME_KID("signature"),
        A_KID_THAT_IS_NONE("signature"),
        CHANGED_AFTER_SIGNING("signature"),
        TYPE_OF_AN_ASSERTION("type"),
        WITHOUT_TYPE("type"),
        CRITICAL_HEADER("header"),
        NO_JWS("malformed"),
        TOO_LONG("too-long"),
        NOT_JSON("payload"),
        CLAIM_TWICE("payload"),
        WITHOUT_TOKEN("claims"),
        WITHOUT_TIME("claims"),
        TIME_AS_TEXT("claims"),
        UNKNOWN_VERDICT("claims"),
        DIGEST_OF_ANOTHER_LENGTH("claims"),
        OLDER_THAN_TWO_MINUTES("too-old"),
        FROM_THE_FUTURE("from-the-future"),
        TOKEN_OF_NOBODY("unknown-token");

        private final String reason;

        Forgery(String reason) {
            this.reason = reason;
        }
    }

    @ParameterizedTest
    @EnumSource(Forgery.class)
    void a_forged_result_is_refused_and_recorded_and_the_token_waits_on(Forgery forgery) throws JOSEException {
        var started = started();
        var before = refusals(forgery.reason);
        refused(app.give(forged(forgery, claims(started))));
        assertThat(refusals(forgery.reason)).isEqualTo(before + 1);
        assertThat(state(started)).isEqualTo("waiting");
        assertThat(app.give(app.signed(claims(started))).status()).isEqualTo(200);
    }

    private String forged(Forgery forgery, Map<String, Object> claims) throws JOSEException {
        var good = app.signed(claims);
        var parts = good.split("\\.");
        var now = Instant.now().getEpochSecond();
        return switch (forgery) {
            case WITHOUT_SIGNATURE -> encoded("{\"alg\":\"none\",\"typ\":\"face-result+jwt\"}") + "." + parts[1] + ".";
            case SIGNATURE_CUT -> parts[0] + "." + parts[1];
            case SYMMETRIC_BY_THE_PUBLIC_KEY -> symmetric(claims);
            case ANOTHER_CLIENTS_KEY -> FaceApp.register(tongban).signed(claims);
            case A_KEY_OF_ITS_OWN_IN_THE_HEADER -> {
                var own = key("own");
                yield FaceApp.signed(app.header().jwk(own.toPublicJWK()).build(), new Payload(claims), own);
            }
            case ANOTHER_KEY_UNDER_THE_SAME_KID ->
                FaceApp.signed(
                        app.header().build(), new Payload(claims), key(app.key().getKeyID()));
            case A_KID_THAT_IS_NONE ->
                FaceApp.signed(app.header().keyID("none").build(), new Payload(claims), app.key());
            case CHANGED_AFTER_SIGNING ->
                parts[0] + "." + encoded(new Payload(with(claims, "name", "李四")).toString()) + "." + parts[2];
            case TYPE_OF_AN_ASSERTION ->
                FaceApp.signed(app.header().type(JOSEObjectType.JWT).build(), new Payload(claims), app.key());
            case WITHOUT_TYPE -> FaceApp.signed(app.header().type(null).build(), new Payload(claims), app.key());
            case CRITICAL_HEADER -> critical(claims);
            case NO_JWS -> "no jws at all";
            case TOO_LONG -> app.signed(with(claims, "reason", "x".repeat(4000)));
            case NOT_JSON -> FaceApp.signed(app.header().build(), new Payload("not json"), app.key());
            case CLAIM_TWICE ->
                FaceApp.signed(
                        app.header().build(),
                        new Payload("{\"verdict\":\"refused\","
                                + new Payload(claims).toString().substring(1)),
                        app.key());
            case WITHOUT_TOKEN -> app.signed(with(claims, "token", ""));
            case WITHOUT_TIME -> app.signed(with(claims, "iat", "none"));
            case TIME_AS_TEXT -> app.signed(with(claims, "iat", Long.toString(now)));
            case UNKNOWN_VERDICT -> app.signed(with(claims, "verdict", "yes"));
            case DIGEST_OF_ANOTHER_LENGTH -> app.signed(with(claims, "idDigest", "c2hvcnQ"));
            case OLDER_THAN_TWO_MINUTES -> app.signed(with(claims, "iat", now - 125));
            case FROM_THE_FUTURE -> app.signed(with(claims, "iat", now + 30));
            case TOKEN_OF_NOBODY -> app.signed(FaceApp.claims("nobody", NAME, NUMBER));
        };
    }

    private static Map<String, Object> with(Map<String, Object> claims, String claim, Object value) {
        var changed = new java.util.LinkedHashMap<>(claims);
        changed.put(claim, value);
        return changed;
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ECKey key(String kid) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    }

    /** What is public of the key taken for a shared secret. */
    private String symmetric(Map<String, Object> claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(app.key().getKeyID())
                .type(new JOSEObjectType(FaceApp.TYPE))
                .build();
        var jws = new JWSObject(header, new Payload(claims));
        jws.sign(new MACSigner(app.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        return jws.serialize();
    }

    private String critical(Map<String, Object> claims) {
        var header = app.header()
                .criticalParams(java.util.Set.of("exp"))
                .customParam("exp", Instant.now().getEpochSecond() + 60)
                .build();
        return FaceApp.signed(header, new Payload(claims), app.key());
    }

    @Test
    void a_result_given_again_is_refused_and_recorded() {
        var started = started();
        var statement = app.signed(claims(started));
        assertThat(app.give(statement).status()).isEqualTo(200);
        var before = refusals("token-matched");
        refused(app.give(statement));
        assertThat(refusals("token-matched")).isEqualTo(before + 1);
        assertThat(state(started)).isEqualTo("matched");
    }

    @Test
    @Tag("RL-1")
    void of_twenty_results_at_once_one_is_taken() throws Exception {
        var started = started();
        var statement = app.signed(claims(started));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> give = () -> app.give(statement).status();
            var given =
                    IntStream.range(0, 20).mapToObj(i -> threads.submit(give)).toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (var one : given) {
                statuses.add(one.get(60, TimeUnit.SECONDS));
            }
            assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
        }
        assertThat(state(started)).isEqualTo("matched");
    }

    @Test
    @Tag("CO-28")
    void who_has_no_key_or_not_the_scope_gives_no_result() {
        var started = started();
        var statement = app.signed(claims(started));
        refused(FaceApp.withSecret(tongban).give(statement));
        assertThat(FaceApp.withoutScope(tongban).give(statement).status()).isEqualTo(403);
        var body = Api.json("{'result': '%s'}".formatted(statement));
        assertThat(writer.api().post(FaceApp.RESULTS, body).status()).isEqualTo(403);
        assertThat(tongban.as("admin").post(FaceApp.RESULTS, body).status()).isEqualTo(403);
        assertThat(tongban.anonymous().post(FaceApp.RESULTS, body).status()).isEqualTo(401);
        assertThat(state(started)).isEqualTo("waiting");
    }

    @Test
    @Tag("CO-28")
    void it_is_nobody_elses() {
        var started = started();
        var other = People.writer(tongban).api().get(PATH + "/" + id(started));
        assertThat(other.status()).isEqualTo(404);
        assertThat(tongban.anonymous().get(PATH + "/" + id(started)).status()).isEqualTo(401);
    }

    @Test
    @Tag("CO-58")
    void neither_the_token_nor_the_number_is_kept() {
        var started = started();
        app.give(app.signed(claims(started)));
        for (var table : new String[] {"face_verification", "audit_record"}) {
            assertThat(Rows.count(
                            tongban,
                            "select count(*) from core." + table + " as row where row::text like ? or row::text like ?",
                            "%" + NUMBER + "%",
                            "%" + token(started) + "%"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    @Tag("CO-72")
    void a_number_that_cannot_be_is_refused() {
        var answer = writer.api().post(PATH, question("110105194912310021"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/idNumber check-digit");
        assertThat(writer.api()
                        .post(PATH, Api.json("{'purpose': 'x', 'name': '张', 'idKind': 'pet', 'idNumber': '1'}"))
                        .violations())
                .hasSize(4);
    }

    @Test
    @Tag("CO-25")
    void who_has_no_account_yet_starts_and_polls_by_the_proof_of_a_phone() {
        var phone = "+8613%09d".formatted(System.nanoTime() % 1_000_000_000L);
        var proof = Proofs.ofPhone(tongban, tongban.anonymous(), "trial", "register", phone);
        var stranger = tongban.anonymous().with("Code-Proof", proof);
        var started = stranger.post(PUBLIC, question(NUMBER)).json();
        assertThat(app.give(app.signed(claims(started))).status()).isEqualTo(200);
        assertThat(stranger.get(PUBLIC + "/" + id(started)).json().path("state").asText())
                .isEqualTo("matched");
        assertThat(stranger.get(PUBLIC + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(writer.api().get(PATH + "/" + id(started)).status()).isEqualTo(404);
        var other = tongban.anonymous().with("Code-Proof", "made-up");
        assertThat(other.get(PUBLIC + "/" + id(started)).status()).isEqualTo(404);
        assertThat(tongban.anonymous().get(PUBLIC + "/" + id(started)).status()).isEqualTo(404);
        assertThat(other.post(PUBLIC, question(NUMBER)).code()).isEqualTo("proof-refused");
    }

    private AppFaceVerification at(Duration later, FaceSettings settings) {
        var real = tongban.context().getBean(SystemClock.class);
        return new AppFaceVerification(
                tongban.context().getBean(FaceRepository.class),
                settings,
                tongban.context().getBean(MasterKey.class),
                transactions,
                new SystemClock(() -> real.now().plus(later)) {});
    }

    @Test
    void a_token_that_has_waited_too_long_takes_no_result() {
        var settings = new FaceSettings(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofSeconds(2), 20);
        var late = at(Duration.ofSeconds(-601), settings).start(new Owner.Account(writer.account()), PERSON);
        var before = refusals("token-expired");
        refused(app.give(app.signed(FaceApp.claims(late.token(), NAME, NUMBER))));
        assertThat(refusals("token-expired")).isEqualTo(before + 1);
        assertThat(writer.api().get(PATH + "/" + late.id()).json().path("state").asText())
                .isEqualTo("expired");
    }

    @Test
    void a_match_waits_a_quarter_of_an_hour_for_its_use() {
        var started = started();
        app.give(app.signed(claims(started)));
        var settings = new FaceSettings(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofSeconds(2), 20);
        var owner = new Owner.Account(writer.account());
        assertThatThrownBy(() -> transactions.write(() -> {
                    at(Duration.ofMinutes(15).plusSeconds(1), settings).consume(owner, id(started), PERSON, "/face");
                    return owner;
                }))
                .isInstanceOf(DomainException.class);
        transactions.write(() -> {
            at(Duration.ofMinutes(14), settings).consume(owner, id(started), PERSON, "/face");
            return owner;
        });
        assertThat(state(started)).isEqualTo("used");
    }

    @Test
    @Tag("RL-9")
    void an_account_starts_only_so_many_a_day_and_is_told_when_it_may_again() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> start = () -> writer.api().post(PATH, question(NUMBER));
            var given =
                    IntStream.range(0, 25).mapToObj(i -> threads.submit(start)).toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (var one : given) {
                statuses.add(one.get(60, TimeUnit.SECONDS).status());
            }
            assertThat(statuses).containsOnly(201, 429);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(20);
        }
        var more = writer.api().post(PATH, question(NUMBER));
        assertThat(more.code()).isEqualTo("face-limit");
        assertThat(Long.parseLong(more.header("Retry-After"))).isBetween(86_000L, 86_401L);
        assertThat(People.writer(tongban).api().post(PATH, question(NUMBER)).status())
                .isEqualTo(201);
    }

    @Test
    @Tag("CO-83c")
    void what_is_over_is_swept_and_what_is_not_stays() {
        var settings = new FaceSettings(Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofSeconds(2), 20);
        var owner = new Owner.Account(writer.account());
        var old = at(Duration.ofHours(-25), settings).start(owner, PERSON);
        var young = at(Duration.ofHours(-24), settings).start(owner, PERSON);
        tongban.context().getBeansOfType(TaskBody.class).stream()
                .filter(task -> task.task().equals("platform.purge-faces"))
                .forEach(task -> ((PurgeFaces) task).run());
        assertThat(writer.api().get(PATH + "/" + old.id()).status()).isEqualTo(404);
        assertThat(writer.api().get(PATH + "/" + young.id()).status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-81")
    void results_are_counted() {
        var started = started();
        app.give(app.signed(claims(started)));
        app.give(app.signed(claims(started)));
        assertThat(tongban.anonymous().unchecked().get("/metrics").text())
                .containsPattern("tongban_face_results_total\\{[^}]*outcome=\"matched\"")
                .containsPattern("tongban_face_results_total\\{[^}]*outcome=\"not-taken\"");
    }

    @Test
    void the_sample_app_is_a_client_like_any_other(@TempDir Path folder) throws Exception {
        var environment = Map.of(
                "SERVER",
                tongban.address().toString(),
                "FACE_APP_FILE",
                folder.resolve("face-app.properties").toString(),
                "ADMIN_PASSWORD",
                tongban.context().getBean(DemoPasswords.class).of("admin"));
        run(environment, 0, "register");
        var started = started();
        assertThat(run(environment, 0, "result", token(started), NAME, NUMBER)).contains("matched");
        assertThat(state(started)).isEqualTo("matched");
        var second = started();
        assertThat(run(environment, 0, "result", token(second), NAME, NUMBER, "光线不足"))
                .contains("refused");
        assertThat(shown(second).path("reason").asText()).isEqualTo("光线不足");
        assertThat(run(environment, 1, "result", token(second), NAME, NUMBER)).contains("face-result-refused");
    }

    private static String run(Map<String, String> environment, int status, String... arguments)
            throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("tongban.checkout"), "infra/lib/FaceApp.java");
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dsun.jnu.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        program.toString()),
                Stream.of(arguments));
        var builder = new ProcessBuilder(command.toList()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C.UTF-8");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output;
    }
}
