package org.tongban.pages;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page in Markdown, built from above to below. */
final class Markdown {
    private static final String NONE = "—";

    private final StringBuilder text = new StringBuilder();

    /** A page that says of itself how it is made. */
    static Markdown page(String title, String lead) {
        return new Markdown().line("# " + title).gap().paragraph(lead).paragraph("Made by `infra/docs`; do not edit.");
    }

    Markdown heading(String title) {
        return line("## " + title).gap();
    }

    Markdown paragraph(String words) {
        return line(words).gap();
    }

    Markdown table(List<String> columns, Stream<List<String>> rows) {
        row(columns);
        line("|" + "---|".repeat(columns.size()));
        rows.forEach(this::row);
        return gap();
    }

    /** A block of another language, say a diagram. */
    Markdown block(String language, Stream<String> lines) {
        line("```" + language);
        lines.forEach(this::line);
        return line("```").gap();
    }

    private void row(List<String> cells) {
        line(cells.stream()
                .map(cell -> cell.isEmpty() ? NONE : cell.replace("|", "\\|").replace("\n", "<br>"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private Markdown line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private Markdown gap() {
        text.append('\n');
        return this;
    }

    static String code(String word) {
        return word.isEmpty() ? "" : "`" + word + "`";
    }

    static String codes(Collection<String> words) {
        return words.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    static String yes(boolean said) {
        return said ? "yes" : "";
    }

    /** The page, with one line end at its end. */
    @Override
    public String toString() {
        return text.toString().strip() + "\n";
    }
}
