package org.tongban.core.reference;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * A row of an imported file (CO-70).
 *
 * @param line the line it begins in, the header's being 1
 * @param nameEn its English name, where the file has one
 */
record ReferenceRow(
        long line,
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable String parent,
        boolean regulated,
        boolean certified,
        @Nullable LocalDate ended) {
    /** Columns that a file has, and those it may have; others are passed over. */
    static final List<String> REQUIRED = List.of("code", "name", "parent");

    private static final Set<String> YES = Set.of("yes", "true", "1", "是");
    private static final Set<String> NO = Set.of("", "no", "false", "0", "否");
    private static final Pattern NAME = Pattern.compile("[^\\x00-\\x1f\\x7f]{1,200}");

    /** Reads the fields of a row by column; what is wrong goes to {@code violations}, at {@code /rows/line/column}. */
    static ReferenceRow read(long line, Map<String, String> fields, CodeShape shape, List<Violation> violations) {
        var found = new ArrayList<Violation>();
        var code = field(fields, "code");
        if (!shape.fits(code)) {
            found.add(new Violation("code", "code", new Title("代码格式不正确", "Not a code of this set")));
        }
        var name = field(fields, "name");
        var nameEn = field(fields, "nameEn");
        if (!NAME.matcher(name).matches()) {
            found.add(nameRefused("name"));
        }
        if (!nameEn.isEmpty() && !NAME.matcher(nameEn).matches()) {
            found.add(nameRefused("nameEn"));
        }
        var parent = field(fields, "parent");
        var row = new ReferenceRow(
                line,
                code,
                name,
                nameEn.isEmpty() ? null : nameEn,
                parent.isEmpty() ? null : parent,
                flag(fields, "regulated", found),
                flag(fields, "certified", found),
                date(fields, found));
        found.forEach(violation -> violations.add(violation.under(row.pointer())));
        return row;
    }

    /** Where the row's violations point to, up to the column. */
    String pointer() {
        return "/rows/" + line + "/";
    }

    private static String field(Map<String, String> fields, String column) {
        return fields.getOrDefault(column, "").strip();
    }

    private static Violation nameRefused(String column) {
        return new Violation(column, "name", new Title("名称应为1至200个字", "A name has 1 to 200 characters"));
    }

    private static boolean flag(Map<String, String> fields, String column, List<Violation> violations) {
        var text = field(fields, column);
        if (!YES.contains(text) && !NO.contains(text)) {
            violations.add(new Violation(column, "yes-or-no", new Title("应为 yes 或 no", "Either yes or no")));
        }
        return YES.contains(text);
    }

    private static @Nullable LocalDate date(Map<String, String> fields, List<Violation> violations) {
        var text = field(fields, "ended");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            violations.add(
                    new Violation("ended", "date", new Title("应为 2026-01-31 这样的日期", "A date such as 2026-01-31")));
            return null;
        }
    }
}
