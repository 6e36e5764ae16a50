package org.tongban.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongban.bench.load.Duel;
import org.tongban.bench.stack.BenchFailed;

/**
 * What a run is asked for.
 *
 * @param rows of the large database; the small one has a hundredth of it
 * @param brief a trial with little data and short rounds, whose page is not kept in docs
 */
record Options(List<String> ids, int rows, boolean brief, boolean fresh, Path data) {
    static final String USAGE = "Usage: infra/bench/run [row …] [--rows 1000000] [--short] [--keep folder] [--fresh]";
    private static final int SHORT_ROWS = 20_000;
    private static final int ROWS = 1_000_000;
    private static final int CLIENTS = 16;

    static Options of(Path root, String... arguments) {
        var ids = new ArrayList<String>();
        int rows = 0;
        boolean brief = false;
        boolean fresh = false;
        var data = root.resolve(".data/bench");
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rows" -> rows = number(after(arguments, i++));
                case "--keep" -> data = Path.of(after(arguments, i++)).toAbsolutePath();
                case "--short" -> brief = true;
                case "--fresh" -> fresh = true;
                default -> ids.add(arguments[i].toUpperCase(Locale.ROOT));
            }
        }
        return new Options(List.copyOf(ids), rows > 0 ? rows : brief ? SHORT_ROWS : ROWS, brief, fresh, data);
    }

    private static String after(String[] arguments, int place) {
        if (place + 1 >= arguments.length) {
            throw new BenchFailed(USAGE);
        }
        return arguments[place + 1];
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{2,6}")) {
            throw new BenchFailed("--rows is a number from 100 to 9,999,999. " + USAGE);
        }
        return Integer.parseInt(text);
    }

    int smallRows() {
        return Math.max(1_000, rows / 100);
    }

    /** Sixteen clients, or as many as a row says, in rounds of some seconds. */
    Duel.Rules rules() {
        return brief
                ? new Duel.Rules(CLIENTS, Duration.ofSeconds(2), Duration.ofSeconds(2), 2)
                : new Duel.Rules(CLIENTS, Duration.ofSeconds(6), Duration.ofSeconds(5), 5);
    }
}
