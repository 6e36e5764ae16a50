package org.tongban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.bench.load.Duel;
import org.tongban.bench.row.Rows;
import org.tongban.bench.stack.BenchFailed;
import org.tongban.bench.stack.Places;
import org.tongban.bench.stack.Stack;

/** One run: opens the stacks that its rows ask for, measures them in their order, and writes the page. */
public final class Bench {
    private final Options options;
    private final Places places;
    private @Nullable Stack large;
    private @Nullable Stack small;
    private int measured;

    private Bench(Options options, Places places) {
        this.options = options;
        this.places = places;
    }

    /** Takes the checkout, the JDK's home, and what the user asked for. */
    public static void main(String... arguments) {
        try {
            var places = new Places(Path.of(arguments[0]), Path.of(arguments[1]));
            var asked = java.util.Arrays.copyOfRange(arguments, 2, arguments.length);
            new Bench(Options.of(places.root(), asked), places).run();
        } catch (BenchFailed failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() {
        var rows = chosen();
        var data = options.data();
        if (options.fresh()) {
            remove(data.resolve("rows-" + options.rows()));
            remove(data.resolve("rows-" + options.smallRows()));
        }
        var report = new Report(data, places, options);
        var failed = new ArrayList<String>();
        try {
            for (var row : rows) {
                System.err.println(row.id() + " " + row.what() + " …");
                long begin = System.nanoTime();
                try {
                    report.add(row, row.measure(this));
                    measured++;
                    System.err.printf("  %.0f s%n", (System.nanoTime() - begin) / 1e9);
                } catch (Exception broken) {
                    broken.printStackTrace(System.err);
                    failed.add(row.id());
                }
            }
        } finally {
            close();
        }
        report.write(Rows.all());
        if (!failed.isEmpty()) {
            throw new BenchFailed("These rows could not be measured: " + String.join(", ", failed) + ".");
        }
    }

    private List<Row> chosen() {
        var all = Rows.all();
        var known = all.stream().map(Row::id).toList();
        var unknown = options.ids().stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new BenchFailed("There is no row %s; there are %s. %s"
                    .formatted(String.join(", ", unknown), String.join(", ", known), Options.USAGE));
        }
        return all.stream()
                .filter(row -> options.ids().isEmpty() || options.ids().contains(row.id()))
                .toList();
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (java.io.IOException e) {
            throw new BenchFailed("The folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }

    public Places places() {
        return places;
    }

    public Duel.Rules rules() {
        return options.rules();
    }

    /** Whether this is a trial, in which little has to do. */
    public boolean isBrief() {
        return options.brief();
    }

    /** The stack of as many rows as were asked for. */
    public Stack large() {
        var open = large;
        if (open == null) {
            open = Stack.open(places, options.data(), options.rows());
            large = open;
        }
        return open;
    }

    /** The stack of a hundredth of them. */
    public Stack small() {
        var open = small;
        if (open == null) {
            open = Stack.open(places, options.data(), options.smallRows());
            small = open;
        }
        return open;
    }

    /** The stacks that rows of this run have opened. */
    public List<Stack> opened() {
        return Stream.of(Optional.ofNullable(large), Optional.ofNullable(small))
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many rows of this run are measured. */
    public int measured() {
        return measured;
    }

    private void close() {
        if (large != null) {
            large.close();
        }
        if (small != null) {
            small.close();
        }
    }
}
