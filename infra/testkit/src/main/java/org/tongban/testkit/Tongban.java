package org.tongban.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tongban.core.account.DemoPasswords;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.form.SchemaCompiler;
import org.tongban.core.module.Migrate;
import org.tongban.core.module.Platform;
import org.tongban.core.time.MovableClock;

/** The platform under test, with sample data, its connection pool of one unless {@code tongban.test.pool} says more. */
public final class Tongban {
    /** Business time at the beginning of each test: a working day in the middle of the day, in Asia/Shanghai. */
    public static final Instant MOMENT = Instant.parse("2026-11-20T02:00:00Z");

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
        var servers = EmbeddedProcess.start(data);
        var environment = new HashMap<>(servers.environment());
        environment.put("MICRONAUT_ENVIRONMENTS", "test");
        Migrate.run(environment);
        var context = Platform.start(
                environment,
                Map.of(
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
        return new Tongban(servers, context);
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
        return new Api(address, null, null);
    }

    /** A client signed in with a sample account, signed in once a run. */
    public Api as(String login) {
        return new Api(address, tokens.computeIfAbsent(login, this::signIn), null);
    }

    /** A client with this access token. */
    public Api withToken(String token) {
        return new Api(address, token, null);
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

    /** What is wrong with the examples in the OpenAPI document: absent, or not as their schema says (CO-13). */
    public List<String> exampleFaults() {
        return contract.exampleFaults();
    }

    /** The messages that would have gone out, newest first (CO-44). */
    public JsonNode outbox() {
        return anonymous().get("/api/platform/v1/dev/outbox").json().path("items");
    }
}
