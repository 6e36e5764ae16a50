package org.tongban.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Runs suites, prints a line for each, writes the page, and ends with 1 where a figure is not met. */
public final class Faults {
    private static final int NOTES = 100;

    private Faults() {}

    public static void main(String... arguments) throws Exception {
        var options = new HashMap<String, String>();
        var suites = new ArrayList<Suite>();
        for (int i = 0; i < arguments.length; i++) {
            var argument = arguments[i];
            if (argument.startsWith("--") && i + 1 < arguments.length) {
                options.put(argument.substring(2), arguments[++i]);
            } else {
                var suite = Suite.named(argument);
                if (suite.isEmpty()) {
                    System.err.println(refusal(argument));
                    System.exit(2);
                }
                suites.add(suite.orElseThrow());
            }
        }
        var seed = options.containsKey("seed")
                ? Long.parseLong(options.get("seed"))
                : new SplittableRandom().nextLong(1_000_000_000);
        var setup = new Setup(
                Path.of(options.getOrDefault("home", "")),
                Path.of(options.getOrDefault("data", "")),
                seed,
                Integer.parseInt(options.getOrDefault("times", "0")));
        System.out.println("seed " + seed);
        var results = run(suites.isEmpty() ? Arrays.asList(Suite.values()) : suites, setup);
        new Page(Path.of(options.getOrDefault("page", "faults.md")))
                .write(results, options.getOrDefault("date", ""), seed);
        System.exit(results.values().stream().allMatch(Result::met) ? 0 : 1);
    }

    private static String refusal(String argument) {
        var known = Arrays.stream(Suite.values()).map(Suite::id).toList();
        return "There is no suite “%s”; there are %s. Options: --seed N, --times N."
                .formatted(argument, String.join(", ", known));
    }

    private static Map<Suite, Result> run(List<Suite> suites, Setup setup) throws Exception {
        var results = new LinkedHashMap<Suite, Result>();
        for (var suite : suites) {
            long began = System.nanoTime();
            var result = suite.run(setup);
            results.put(suite, result);
            var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
            System.out.printf("%s %s: %s, %d s%n", result.met() ? "✓" : "✗", suite.id(), result.runs(), seconds);
            result.figures()
                    .forEach(figure -> System.out.printf(
                            "    %s %s: %s (%s)%n",
                            figure.met() ? "✓" : "✗", figure.what(), figure.measured(), figure.wanted()));
            result.notes().stream().limit(NOTES).forEach(note -> System.out.println("    · " + note));
        }
        return results;
    }
}
