package org.tongban.bench.row;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.row.RecognitionData.Part;
import org.tongban.bench.row.RecognitionData.Phase;

/**
 * The year of a recognition by the task that runs each day: the end of publicity, the reminder of what ends, and its end.
 * Half of the products go by the task, the other half by one statement for each step.
 */
final class RecogniseProducts implements Row {
    private static final int PRODUCTS = 50_000;
    private static final int FEW = 2_000;
    private static final double TARGET = 0.3;

    /** The task is looked for often, and nothing goes out to phones meanwhile. */
    private static final Map<String, String> ALONE = Map.of(
            "PLATFORM_TASKS_POLLING", "200ms",
            "PLATFORM_MESSAGES_QUIET_FROM", "00:00",
            "PLATFORM_MESSAGES_QUIET_UNTIL", "23:59");

    @Override
    public String id() {
        return "PE-8";
    }

    @Override
    public String what() {
        return "recognition at the end of publicity, reminders and expiry by the daily task, each with its pages,"
                + " certificates, messages, events and audit records, against one statement making the same changes";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException {
        var stack = bench.large();
        stack.restServers();
        int all = Math.min(bench.isBrief() ? FEW : PRODUCTS, stack.catalogue().rows() / 3);
        var reference = new Part(1, all);
        var warm = new Part(all + 1, all + all / 5);
        var measured = new Part(warm.to() + 1, warm.to() + all);
        var figures = new ArrayList<Figure>();
        try (var data = new RecognitionData(stack, measured.to());
                var ignored = stack.startPlatform(ALONE)) {
            for (var phase : Phase.values()) {
                data.prepare(phase, reference);
                double expected = all / data.timed(phase, reference);
                data.prepare(phase, warm);
                data.awaitTask(phase, warm);
                data.prepare(phase, measured);
                double rate = data.awaitTask(phase, measured);
                figures.add(figure(phase, rate, expected));
            }
        }
        return figures;
    }

    private static Figure figure(Phase phase, double rate, double expected) {
        double ratio = rate / expected;
        return new Figure(
                "products " + phase.name().toLowerCase(Locale.ROOT),
                Figure.number(rate) + " /s",
                Figure.number(expected) + " /s",
                Figure.ratio(ratio),
                "≥ " + TARGET,
                ratio >= TARGET ? Figure.Verdict.MET : Figure.Verdict.SHORT);
    }
}
