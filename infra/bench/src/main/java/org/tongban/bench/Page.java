package org.tongban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The page of the results, in Markdown. */
final class Page {
    private static final String HEAD = """
        # Performance

        Written by `infra/bench/run`; what is said by hand is in `infra/bench/notes.md`. Absolute figures hold for the
        machine named; the ratios are what is judged.

        """;
    private static final String MACHINE = "Machine: ";
    private static final String METHOD = """

        ## Method

        Load generator, platform, reference and PostgreSQL share one machine. The platform is the distribution as
        `bin/server` starts it: `-Xmx512m`, the JDK's AOT cache, a pool of 16 connections. The *bare endpoint* is a
        Micronaut application of the harness (`infra/bench/bare`) with the same server, pool, driver's settings and
        heap, that runs the platform's own statements and writes the same JSON, without security, audit and views; for
        reads the two answers are compared before they are measured, for writes the statements are taken from
        PostgreSQL's log of one real request. PostgreSQL is that of `infra/embedded`, durable (`fsync` and
        `synchronous_commit` on), 128 MB of shared buffers.

        Each comparison is warmed up and then runs in turns, A B A B; the medians of the rounds are compared. Clients are
        threads with a kept connection each, which send the next request when the answer is there. Products, units and
        patents are invented, the same for the same seed, with word frequencies that fall as those of real names do;
        grams and folded texts are made by the platform's own classes.
        """;

    private Page() {}

    /**
     * The page of results, and of the rows without one what a page of before says of them, for results are not kept in git
     * and the page is.
     */
    static String of(List<Row> rows, List<Report.Result> results, String notes, String before) {
        var page = new StringBuilder(HEAD);
        Stream.concat(
                        results.stream().map(result -> MACHINE + result.machine() + "."),
                        before.lines().filter(line -> line.startsWith(MACHINE)))
                .distinct()
                .forEach(machine -> page.append(machine).append("\n\n"));
        page.append("| row | what | measured | reference | ratio | target | | measured on | rows |\n");
        page.append("|---|---|---|---|---|---|---|---|---|\n");
        for (var row : rows) {
            lines(row.id(), results, before).forEach(line -> page.append(line).append('\n'));
        }
        page.append("\n## What each row is\n\n");
        rows.forEach(row -> page.append("- ")
                .append(row.id())
                .append(": ")
                .append(row.what())
                .append(".\n"));
        return page.append(METHOD).append('\n').append(notes).toString();
    }

    private static List<String> lines(String id, List<Report.Result> results, String before) {
        var lines = new ArrayList<String>();
        for (var result : results) {
            if (result.id().equals(id)) {
                result.figures().forEach(figure -> lines.add(line(result, figure)));
            }
        }
        return lines.isEmpty()
                ? before.lines()
                        .filter(line -> line.startsWith("| " + id + " |"))
                        .toList()
                : lines;
    }

    private static String line(Report.Result result, Figure figure) {
        return "| "
                + String.join(
                        " | ",
                        result.id(),
                        figure.what(),
                        figure.measured(),
                        figure.reference(),
                        figure.ratio(),
                        figure.target(),
                        figure.verdict().word(),
                        result.day(),
                        result.data())
                + " |";
    }
}
