package org.tongban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page says of each row what was measured last, here or when the page was written before. */
class PageTest {
    private static final List<Row> ROWS = List.of(row("PE-1"), row("PE-12"), row("PE-2"));

    private static Row row(String id) {
        return new Row() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String what() {
                return "how fast";
            }

            @Override
            public List<Figure> measure(Bench bench) {
                return List.of();
            }
        };
    }

    private static Report.Result result(String id, String machine, String measured) {
        return new Report.Result(
                id, "2026-11-20", "100", machine, List.of(Figure.beside("reads", measured, "2 ms", "0.5")));
    }

    private static List<String> linesOf(String page, String id) {
        return page.lines().filter(line -> line.startsWith("| " + id + " |")).toList();
    }

    @Test
    void rows_that_were_not_measured_again_keep_their_lines_and_their_machine() {
        var before = Page.of(
                ROWS, List.of(result("PE-1", "an old one", "1 ms"), result("PE-12", "an old one", "3 ms")), "", "");

        var page = Page.of(ROWS, List.of(result("PE-1", "a new one", "4 ms")), "", before);

        assertThat(linesOf(page, "PE-1")).singleElement().asString().contains("| 4 ms |");
        assertThat(linesOf(page, "PE-12")).isEqualTo(linesOf(before, "PE-12")).hasSize(1);
        assertThat(linesOf(page, "PE-2")).isEmpty();
        assertThat(page).containsSubsequence("Machine: a new one.", "Machine: an old one.", "| PE-1 |", "| PE-12 |");
    }

    @Test
    void the_page_of_the_same_results_is_the_same() {
        var results = List.of(result("PE-2", "one", "1 ms"));
        var page = Page.of(ROWS, results, "Notes.\n", "");

        assertThat(Page.of(ROWS, List.of(), "Notes.\n", page)).isEqualTo(page);
        assertThat(Page.of(ROWS, results, "Notes.\n", page)).isEqualTo(page);
    }
}
