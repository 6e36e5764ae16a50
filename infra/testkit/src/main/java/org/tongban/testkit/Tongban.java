package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.tongban.core.account.DemoPasswords;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.form.Forms;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.Migrate;
import org.tongban.core.module.Platform;
import org.tongban.core.time.MovableClock;

/** The platform under test, with sample data, its connection pool of one unless {@code tongban.test.pool} says more. */
public final class Tongban {
    /** Business time at the beginning of each test: a working day in the middle of the day, in Asia/Shanghai. */
    public static final Instant MOMENT = Instant.parse("2026-11-20T02:00:00Z");

    /** KiB of a password's hash in tests. */
    static final int CHEAP_MEMORY = 256;

    private static final Tongban RUNNING = launch();

    private final EmbeddedProcess servers;
    private final ApplicationContext context;
    private final URI address;
    private final Contract contract;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Tongban(EmbeddedProcess servers, ApplicationContext context) {
        this.servers = servers;
        this.context = context;
        this.address = context.getBean(EmbeddedServer.class).getURI();
        var described = new Api(address, null, null).get("/openapi.json").json();
        this.contract = new Contract(described, context.getBean(SchemaCompiler.class));
    }

    /** The one platform of this run of tests. */
    public static Tongban running() {
        return RUNNING;
    }

    private static Tongban launch() {
        var data = Path.of(System.getProperty("tongban.test.data", "target/tongban-data"))
                .toAbsolutePath()
                .resolve("run-" + ProcessHandle.current().pid());
        return start(EmbeddedProcess.start(data), data, Map.of());
    }

    /**
     * Migrates and starts a platform of a test's own, for what happens between a stop and a start; to be stopped by
     * {@link #stop}.
     *
     * @param more configuration that goes before the kit's
     */
    public static Tongban start(EmbeddedProcess servers, Path data, Map<String, Object> more) {
        var environment = new HashMap<>(servers.environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        Migrate.run(environment, more);
        var settings = new HashMap<String, Object>(Map.of(
                "micronaut.server.port",
                -1,
                "datasources.default.maximum-pool-size",
                Integer.getInteger("tongban.test.pool", 1),
                "datasources.default.minimum-idle",
                1,
                "datasources.default.connection-timeout",
                20_000,
                "platform.demo",
                true,
                "platform.demo-accounts-file",
                data.resolve("demo-accounts.env").toString(),
                "platform.tasks.polling",
                "200ms",
                "platform.data",
                data.toString()));
        // What fails is tried again soon, and given up while a test can wait for it.
        settings.put("platform.tasks.daily-check", "500ms");
        settings.put("platform.webhooks.retry", "200ms");
        settings.put("platform.events.retry", "200ms");
        settings.put("platform.events.tries", 5);
        // Hundreds of accounts sign in: what makes guessing slow would make every test slow.
        settings.put("platform.passwords.memory", CHEAP_MEMORY);
        settings.put("platform.passwords.iterations", 1);
        // All tests of a run come from one address.
        settings.put("platform.codes.per-address", 999_999_999);
        settings.put("platform.sign-in.failures-per-address", 1_000_000);
        // Tests are one address; the one of the limits counts.
        settings.put("platform.limits.enabled", false);
        settings.putAll(more);
        return new Tongban(servers, Platform.start(environment, settings));
    }

    /**
     * Starts a platform of a test's own on the servers of the running one; to be stopped by {@link #stop}. It has no sample
     * data, for which the accounts of both would get other passwords and lose their sessions, and runs no tasks, which are
     * the running one's.
     *
     * @param more configuration that goes before the kit's
     */
    public static Tongban beside(Path data, Map<String, Object> more) {
        var settings = new HashMap<String, Object>(Map.of("platform.demo", false, "platform.tasks.enabled", false));
        settings.putAll(more);
        return start(RUNNING.servers, data, settings);
    }

    /** Stops the platform, not the servers behind it. */
    public void stop() {
        context.close();
    }

    /** Where the server listens. */
    public URI address() {
        return address;
    }

    /** The beans of the platform, for what has no way in over HTTP. */
    public ApplicationContext context() {
        return context;
    }

    /** The embedded servers behind it. */
    public EmbeddedProcess servers() {
        return servers;
    }

    /** The business clock, to be moved. */
    public MovableClock clock() {
        return context.getBean(MovableClock.class);
    }

    /** A client without a token. */
    public Api anonymous() {
        return new Api(address, null, contract);
    }

    /** A client signed in with a sample account, signed in once a run. */
    public Api as(String login) {
        return new Api(address, tokens.computeIfAbsent(login, this::signIn), contract);
    }

    /** A client with this access token. */
    public Api withToken(String token) {
        return new Api(address, token, contract);
    }

    /** Signs a sample account in anew and answers its access token. */
    public String signIn(String login) {
        return ServerProcess.signIn(
                anonymous(),
                realm(login),
                login,
                context.getBean(DemoPasswords.class).of(login));
    }

    private String realm(String login) {
        return context.getBean(SampleAccounts.class)
                .realm(login)
                .orElseThrow(() -> new IllegalArgumentException("no sample account " + login));
    }

    /** What is wrong with the examples in OpenAPI and beside the forms: absent, or not as their schema says (CO-13). */
    public List<String> exampleFaults() {
        var faults = new ArrayList<>(contract.exampleFaults());
        for (var form : context.getBean(Forms.class).all()) {
            var id = form.definition().id();
            try (var shipped = Tongban.class.getResourceAsStream("/forms/" + id + ".example.json")) {
                if (shipped != null) {
                    form.submit()
                            .check(Api.MAPPER.readTree(shipped))
                            .forEach(violation -> faults.add("the example of the form " + id + " has " + violation));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the example of the form " + id, e);
            }
        }
        return faults;
    }

    /** A captcha with its answer, to stand in a request (CO-25). */
    public JsonNode solvedCaptcha() {
        var made = anonymous().post("/api/platform/v1/captchas").json();
        return anonymous()
                .get("/api/platform/v1/dev/captchas/" + made.path("id").asText())
                .json();
    }

    /** The digits of the newest code that was sent to a phone in E.164 or to an e-mail address. */
    public String codeSentTo(String to) {
        return StreamSupport.stream(outbox().spliterator(), false)
                .filter(message -> message.path("to").asText().equals(to))
                .map(message -> message.path("code").asText())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code was sent to " + to));
    }

    /** Makes every captcha, code and proof there is so much older: their clock is one that nothing moves. */
    public void letCodesAge(Duration by) {
        new CodeAge(servers.environment()).add(by);
    }

    /** The messages that would have gone out, newest first (CO-44). */
    public JsonNode outbox() {
        return anonymous().get("/api/platform/v1/dev/outbox").json().path("items");
    }
}
