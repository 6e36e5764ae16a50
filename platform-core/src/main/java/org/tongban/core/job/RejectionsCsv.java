package org.tongban.core.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.task.JobRecords.Listed;
import org.tongban.core.web.PagedStream;

/**
 * The rejections of a job as the bytes of a CSV file, made page by page as they are read: however many there are, one page
 * is in memory, and no connection is held between two.
 */
final class RejectionsCsv extends PagedStream {
    private static final int PAGE = 1_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADER = BYTE_ORDER_MARK + "line,content,reason,message\r\n";
    /** With one of these, behind spaces too, a cell is a formula to a spreadsheet, which runs it; some take full width. */
    private static final String FORMULA = "=+-@|\t\r＝＋－＠｜";

    private final Pages pages;
    private final Language language;
    private @Nullable Listed last;
    private boolean whole;

    RejectionsCsv(Pages pages, Language language) {
        super(HEADER.getBytes(StandardCharsets.UTF_8));
        this.pages = pages;
        this.language = language;
    }

    /** Reads at most so many rejections behind one, the first where it is null. */
    interface Pages {
        List<Listed> after(@Nullable Listed last, int most);
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
        page.forEach(listed -> line(text, listed));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void line(StringBuilder text, Listed listed) {
        var rejection = listed.rejection();
        text.append(rejection.line()).append(',');
        cell(text, rejection.content()).append(',');
        cell(text, rejection.reason()).append(',');
        cell(text, rejection.message().in(language)).append("\r\n");
    }

    /** A cell in quotes, its own quotes doubled; what would be a formula begins with an apostrophe. */
    private static StringBuilder cell(StringBuilder text, String value) {
        text.append('"');
        var trimmed = value.strip();
        if (isFormula(value) || isFormula(trimmed)) {
            text.append('\'');
        }
        return text.append(value.replace("\"", "\"\"")).append('"');
    }

    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    }
}
