package org.tongban.bench.row;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tongban.bench.Bench;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** PostgreSQL's own load generator, where it is installed. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    /** Statements a second, prepared, by as many clients; 0 where there is no pgbench. */
    static double run(Bench bench, Stack stack, List<Question> questions) throws IOException {
        var folder = Files.createTempDirectory("pgbench");
        var database = URI.create(stack.embedded().value("DATABASE_URL").substring("jdbc:".length()));
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(bench.rules().clients()),
                "-j",
                "2",
                "-T",
                Long.toString(Math.max(4, bench.rules().round().toSeconds() * 2)),
                "-h",
                database.getHost(),
                "-p",
                Integer.toString(database.getPort()),
                "-U",
                stack.embedded().value("DATABASE_USER")));
        for (int i = 0; i < questions.size(); i++) {
            var file = folder.resolve("q" + i + ".sql");
            Files.writeString(file, questions.get(i).sql().replace('\n', ' ') + ";\n");
            command.add("-f");
            command.add(file.toString());
        }
        command.add(database.getPath().substring(1));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", stack.embedded().value("DATABASE_PASSWORD"));
            var text = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var rate = RATE.matcher(text);
            if (!rate.find()) {
                throw new BenchFailed("pgbench did not run: " + text.substring(0, Math.min(1_000, text.length())));
            }
            return Double.parseDouble(rate.group(1));
        } catch (IOException absent) {
            if (Objects.requireNonNullElse(absent.getMessage(), "").contains("No such file")) {
                return 0;
            }
            throw absent;
        }
    }
}
