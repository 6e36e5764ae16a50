package org.tongban.bench.row;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongban.bench.Bench;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Stack;

/** PostgreSQL's own load generator, where it is installed. */
final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    private Pgbench() {}

    /** Statements a second, prepared, by as many clients; 0 where there is no pgbench. */
    static double run(Bench bench, Stack stack, List<Question> questions) throws IOException {
        var command = command(stack, bench.rules().clients());
        command.add("-T");
        command.add(Long.toString(Math.max(4, bench.rules().round().toSeconds() * 2)));
        var scripts = questions.stream()
                .map(question -> question.sql().stream()
                        .map(sql -> sql.replace('\n', ' ') + ";\n")
                        .collect(Collectors.joining()))
                .toList();
        return rate(stack, command, scripts);
    }

    /** How often a second all clients together run a script, each so often; 0 where there is no pgbench. */
    static double drain(Stack stack, String script, int clients, int each) throws IOException {
        var command = command(stack, clients);
        command.add("-D");
        command.add(PgbenchScript.COUNTER);
        command.add("-t");
        command.add(Integer.toString(each));
        return rate(stack, command, List.of(script));
    }

    private static List<String> command(Stack stack, int clients) {
        var database = database(stack);
        return new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                "2",
                "-h",
                database.getHost(),
                "-p",
                Integer.toString(database.getPort()),
                "-U",
                stack.embedded().value("DATABASE_USER")));
    }

    private static URI database(Stack stack) {
        return URI.create(stack.embedded().value("DATABASE_URL").substring("jdbc:".length()));
    }

    private static double rate(Stack stack, List<String> command, List<String> scripts) throws IOException {
        var folder = Files.createTempDirectory("pgbench");
        for (int i = 0; i < scripts.size(); i++) {
            var file = folder.resolve("q" + i + ".sql");
            Files.writeString(file, scripts.get(i));
            command.add("-f");
            command.add(file.toString());
        }
        command.add(database(stack).getPath().substring(1));
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
