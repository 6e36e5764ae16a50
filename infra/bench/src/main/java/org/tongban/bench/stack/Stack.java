package org.tongban.bench.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.data.Catalogue;
import org.tongban.bench.data.Fill;
import org.tongban.core.reference.ReferenceSets;

/** A filled database with the platform, and the bare application, in front of it. Data and fill are kept between runs. */
public final class Stack implements AutoCloseable {
    /** Another fill makes the kept ones useless. */
    private static final String FILL = "3";

    private static final String READINESS = "/health/readiness";

    private final Places places;
    private final Path folder;
    private final Catalogue catalogue;
    private final Embedded embedded;
    private @Nullable Application platform;
    private @Nullable Application bare;
    private long peakMiB;
    private boolean outOfMemory;

    private Stack(Places places, Path folder, Catalogue catalogue, Embedded embedded) {
        this.places = places;
        this.folder = folder;
        this.catalogue = catalogue;
        this.embedded = embedded;
    }

    /** Opens the stack of so many rows, filling it where that was not done. */
    public static Stack open(Places places, Path data, int rows) {
        var folder = data.resolve("rows-" + rows);
        var embedded = Embedded.start(places, folder);
        var stack = new Stack(places, folder, new Catalogue(rows), embedded);
        try {
            stack.prepare();
            return stack;
        } catch (IOException | SQLException e) {
            stack.close();
            throw new BenchFailed("The data of " + rows + " rows could not be made: " + e.getMessage(), e);
        } catch (BenchFailed e) {
            stack.close();
            throw e;
        }
    }

    private void prepare() throws IOException, SQLException {
        migrate();
        var marker = folder.resolve("filled");
        if (Files.exists(marker) && Files.readString(marker).equals(FILL)) {
            return;
        }
        if (Files.exists(demoAccounts())) {
            throw new BenchFailed(
                    "The data in " + folder + " are half filled or of another fill: begin anew with --fresh.");
        }
        // The sample accounts come with a start of their own, which also makes the JDK's AOT cache.
        startPlatform().close();
        platform = null;
        long begin = System.nanoTime();
        System.err.println("Filling " + catalogue.rows() + " rows …");
        try (var owner = embedded.owner()) {
            new Fill(catalogue, owner, samples()).run();
            Accounts.add(owner);
        }
        writeTitles();
        Files.writeString(marker, FILL);
        System.err.printf("Filled in %.0f s.%n", (System.nanoTime() - begin) / 1e9);
    }

    private void migrate() throws IOException {
        var builder =
                new ProcessBuilder(places.distribution().resolve("bin/migrate").toString());
        builder.environment().putAll(environment());
        builder.environment().putAll(embedded.environment());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("migrate.log").toFile());
        if (builder.start().onExit().join().exitValue() != 0) {
            throw new BenchFailed("The migration failed: " + Files.readString(folder.resolve("migrate.log")));
        }
    }

    /** What the sample data made. */
    public Fill.Samples samples() throws SQLException {
        return new Fill.Samples(
                id("""
                    select u.id from product_filing.unit u join core.account a on a.organisation_id = u.organisation
                     where a.login = 'unit-a'
                    """),
                id("""
                    select u.id from product_filing.unit u join core.account a on a.organisation_id = u.organisation
                     where a.login = 'unit-b'
                    """),
                id("select id from core.account where login = 'unit-a'"),
                id("select id from core.account where login = 'reviewer'"));
    }

    private UUID id(String query) throws SQLException {
        try (var connection = embedded.owner();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    private void writeTitles() throws IOException {
        var sets = new ReferenceSets();
        var lines = new ArrayList<String>();
        Catalogue.codes()
                .forEach((set, codes) -> codes.forEach(code -> lines.add(set + "\t" + code + "\t"
                        + sets.title(set, code).orElseThrow().zh())));
        Files.createDirectories(scripts());
        Files.write(scripts().resolve("titles.tsv"), lines);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Embedded embedded() {
        return embedded;
    }

    /** Where the bare application reads what it replays. */
    public Path scripts() {
        return folder.resolve("scripts");
    }

    private Path demoAccounts() {
        return folder.resolve("server/demo-accounts.env");
    }

    /** The password of a sample account. */
    public String password(String login) {
        try {
            var name = "DEMO_" + login.replace('-', '_').toUpperCase(java.util.Locale.ROOT) + "_PASSWORD";
            var password = Embedded.values(demoAccounts()).get(name);
            if (password == null) {
                throw new BenchFailed("There is no sample account " + login + ".");
            }
            return password;
        } catch (IOException e) {
            throw new BenchFailed("The sample accounts cannot be read: " + e.getMessage(), e);
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        embedded.environment().forEach((name, value) -> {
            if (!name.startsWith("DATABASE_OWNER")) {
                environment.put(name, value);
            }
        });
        environment.put("TONGBAN_DATA", folder.resolve("server").toString());
        environment.put("MICRONAUT_ENVIRONMENTS", "dev");
        environment.put("PLATFORM_DEMO", "true");
        environment.put("PLATFORM_LIMITS_ENABLED", "false");
        environment.put("JAVA_HOME", places.java().toString());
        return environment;
    }

    /** The distribution's server, as it is installed: half a gigabyte of heap and the AOT cache. */
    public Application platform() {
        var running = platform;
        if (running == null) {
            running = startPlatform();
            platform = running;
        }
        return running;
    }

    /** A server of its own, which the caller ends. */
    public Application startPlatform() {
        return startPlatform(Map.of());
    }

    /** The same with variables that go before the others. */
    public Application startPlatform(Map<String, String> more) {
        var environment = environment();
        environment.putAll(more);
        return Application.start(
                places,
                List.of(places.distribution().resolve("bin/server").toString()),
                environment,
                READINESS,
                folder.resolve("logs/server.log"));
    }

    /** The bare application. */
    public Application bare() {
        var running = bare;
        if (running == null) {
            running = startBare(List.of());
            bare = running;
        }
        return running;
    }

    /** A bare application of its own, which the caller ends. */
    public Application startBare(List<String> options) {
        var command = new ArrayList<String>();
        command.add(places.command("java").toString());
        command.add("-Xmx512m");
        command.addAll(options);
        command.addAll(List.of("-cp", barePath(), "org.tongban.bench.bare.Bare"));
        var environment = environment();
        environment.remove("MICRONAUT_ENVIRONMENTS");
        environment.put("BARE_SCRIPTS", scripts().toString());
        return Application.start(places, command, environment, "/ready", folder.resolve("logs/bare.log"));
    }

    /** Jars in one order: the AOT cache holds for the same class path only. */
    private String barePath() {
        try (var jars = Files.list(places.bare().resolve("lib"));
                var own = Files.list(places.bare())) {
            return java.util.stream.Stream.concat(own, jars)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
        } catch (IOException e) {
            throw new BenchFailed("The bare application is not built: " + e.getMessage(), e);
        }
    }

    /** Ends the two servers, so that the next row begins with fresh ones, and keeps what PE-14 wants to know. */
    public void restServers() {
        if (platform != null) {
            peakMiB = Math.max(peakMiB, platform.peakResidentMiB());
            outOfMemory |= platform.ranOutOfMemory();
            platform.close();
            platform = null;
        }
        if (bare != null) {
            bare.close();
            bare = null;
        }
    }

    public long peakMiB() {
        return Math.max(peakMiB, platform == null ? 0 : platform.peakResidentMiB());
    }

    public boolean ranOutOfMemory() {
        return outOfMemory || platform != null && platform.ranOutOfMemory();
    }

    @Override
    public void close() {
        restServers();
        embedded.close();
    }
}
