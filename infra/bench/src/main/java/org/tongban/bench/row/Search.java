package org.tongban.bench.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tongban.bench.Bench;
import org.tongban.bench.Figure;
import org.tongban.bench.Row;
import org.tongban.bench.load.Duel;
import org.tongban.bench.load.Exchange;
import org.tongban.bench.load.Load;

/** The public search by parts of words. */
final class Search implements Row {
    private static final int QUESTIONS = 64;

    @Override
    public String id() {
        return "PE-1";
    }

    @Override
    public String what() {
        return "public product search, parts of 2 to 8 characters with few to very many hits, 20 rows a page,"
                + " against the bare endpoint; beside it the same SQL by pgbench (prepared, as many clients)";
    }

    @Override
    public List<Figure> measure(Bench bench) throws SQLException, IOException {
        var stack = bench.large();
        stack.restServers();
        var platform = stack.platform().port();
        var bare = stack.bare().port();
        List<Question> questions;
        try (var connection = stack.embedded().application()) {
            questions = Question.substrings(stack.catalogue(), connection, QUESTIONS);
        }
        for (var question : questions) {
            Api.same(
                    withoutCursors(new Api(platform).get(question.path(), null)),
                    new Api(bare).get(question.barePath(), null),
                    question.text());
        }
        var result = Duel.run(
                Load.requests(platform, gets(questions.stream().map(Question::path)), 200),
                Load.requests(bare, gets(questions.stream().map(Question::barePath)), 200),
                bench.rules());
        var figures = new ArrayList<Figure>();
        figures.add(Figure.throughput("searches, " + hits(questions), result, "/s", 0.85));
        figures.add(Figure.atMost("p99 of them", result.millis(99), result.referenceMillis(99), "ms", 1.5));
        figures.add(beside(result, Pgbench.run(bench, stack, questions)));
        return figures;
    }

    /** A cursor is of the platform's making. */
    private static JsonNode withoutCursors(JsonNode answer) {
        return ((ObjectNode) answer).without(List.of("nextCursor", "prevCursor"));
    }

    private static Figure beside(Duel.Result result, double pgbench) {
        return pgbench > 0
                ? Figure.beside(
                        "the same SQL by pgbench",
                        Figure.number(result.throughput()) + " /s",
                        Figure.number(pgbench) + " /s",
                        Figure.ratio(result.throughput() / pgbench))
                : Figure.beside("the same SQL by pgbench", "", "there is no pgbench on the path", "");
    }

    private static String hits(List<Question> questions) {
        var sorted = questions.stream().map(Question::hits).sorted().toList();
        return "%d, %d and %s hits in the least, the middle and the most"
                .formatted(
                        sorted.getFirst(),
                        sorted.get(sorted.size() / 2),
                        sorted.getLast() > 10_000
                                ? "over 10,000"
                                : sorted.getLast().toString());
    }

    static List<byte[]> gets(java.util.stream.Stream<String> paths) {
        return paths.map(path -> Exchange.get(path, null)).toList();
    }
}
