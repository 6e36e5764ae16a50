package org.tongban.core.csv;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.PagedStream;

/**
 * Rows as the bytes of a CSV file that spreadsheets open, made page by page as they are read: however many there are, one
 * page is in memory, and no connection is held between two.
 */
public final class CsvFile {
    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE = "\r\n";
    /** With one of these, behind spaces too, a cell is a formula to a spreadsheet, which runs it; some take full width. */
    private static final String FORMULA = "=+-@|\t\r＝＋－＠｜";

    private CsvFile() {}

    /** Reads at most so many rows behind one, the first where it is null. */
    public interface Pages<R> {
        /** The rows, in the order of the file. */
        List<R> after(@Nullable R last, int most);
    }

    /**
     * The file of the rows.
     *
     * @param cells of a row, as many as the header has; a number stands as it is, any other text in quotes
     */
    public static <R> InputStream of(List<String> header, Pages<R> pages, Function<R, List<?>> cells) {
        return new Stream<>(BYTE_ORDER_MARK + String.join(",", header) + LINE, pages, cells);
    }

    /** Makes the next page when the one before has been read. */
    private static final class Stream<R> extends PagedStream {
        private final Pages<R> pages;
        private final Function<R, List<?>> cells;
        private @Nullable R last;
        private boolean whole;

        Stream(String header, Pages<R> pages, Function<R, List<?>> cells) {
            super(header.getBytes(StandardCharsets.UTF_8));
            this.pages = pages;
            this.cells = cells;
        }

        @Override
        protected byte @Nullable [] next() {
            if (whole) {
                return null;
            }
            var page = pages.after(last, PAGE);
            whole = page.size() < PAGE;
            last = page.isEmpty() ? last : page.getLast();
            var text = new StringBuilder();
            page.forEach(row -> line(text, cells.apply(row)));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void line(StringBuilder text, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            if (cells.get(i) instanceof Number number) {
                text.append(number);
            } else {
                cell(text, String.valueOf(cells.get(i)));
            }
        }
        text.append(LINE);
    }

    /** A cell in quotes, its own quotes doubled; what would be a formula begins with an apostrophe. */
    private static void cell(StringBuilder text, String value) {
        text.append('"');
        if (isFormula(value) || isFormula(value.strip())) {
            text.append('\'');
        }
        text.append(value.replace("\"", "\"\"")).append('"');
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }
}
