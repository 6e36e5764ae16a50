package org.tongban.core.csv;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** A row of a CSV file as it is read: gives its fields by the names of their columns, and keeps all that is wrong. */
public final class CsvRow {
    private static final int MOST_DIGITS = 9;
    private static final char UNREADABLE = '\uFFFD';
    private static final char FIRST_COMPOSING = '\u0300';
    private static final char FIRST_HAN = '\u4E00';
    private static final char LAST_HAN = '\u9FFF';

    private final CsvHeader header;
    private final List<String> fields;
    private final List<Violation> violations = new ArrayList<>(0);

    CsvRow(CsvHeader header, List<String> fields) {
        this.header = header;
        this.fields = fields;
        for (var field : fields) {
            if (field.indexOf(UNREADABLE) >= 0) {
                wrong("", "encoding", "有无法识别的字符，文件应为UTF-8或GB18030编码", "Characters that are neither UTF-8 nor GB18030");
                return;
            }
        }
    }

    /** Whether nothing was found wrong so far. */
    public boolean isGood() {
        return violations.isEmpty();
    }

    /** What is wrong, in the order in which it was found; pointers name the columns. */
    List<Violation> violations() {
        return violations;
    }

    /** Notes something wrong with a column; {@code ""} stands for the whole row. */
    public void wrong(String column, String code, String zh, String en) {
        violations.add(new Violation(column.isEmpty() ? "" : "/" + column, code, new Title(zh, en)));
    }

    /** The field of a column, composed and without spaces around it; empty where the file has no such column. */
    public String field(String column) {
        var place = header.place(column);
        if (place < 0) {
            return "";
        }
        return composed(fields.get(place)).strip();
    }

    /** Most fields need no look at the tables of Unicode. */
    private static String composed(String value) {
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character >= FIRST_COMPOSING && (character < FIRST_HAN || character > LAST_HAN)) {
                return Normalizer.normalize(value, Normalizer.Form.NFC);
            }
        }
        return value;
    }

    /** Whether the field is empty, which is wrong. */
    public boolean lacks(String column) {
        return required(column).isEmpty();
    }

    private String required(String column) {
        var value = field(column);
        if (value.isEmpty()) {
            wrong(column, "required", column + " 未填写", column + " is missing");
        }
        return value;
    }

    /** A text of one line that must be there, of at most so many characters. */
    public String text(String column, int longest) {
        return shortText(column, required(column), longest);
    }

    /** A text of one line that may be absent. */
    public @Nullable String optionalText(String column, int longest) {
        var value = field(column);
        return value.isEmpty() ? null : shortText(column, value, longest);
    }

    /** Texts separated by semicolons, without those that come again. */
    public List<String> texts(String column, int longest) {
        var field = field(column);
        if (field.isEmpty()) {
            return List.of();
        }
        if (field.indexOf(';') < 0 && field.indexOf('；') < 0) {
            return List.of(shortText(column, field, longest));
        }
        var values = Stream.of(field.split("[;；]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        values.forEach(value -> shortText(column, value, longest));
        return values;
    }

    /** A whole number from 0 to {@code most}; 0 where it is absent. */
    public int count(String column, int most) {
        var value = field(column);
        if (value.isEmpty()) {
            return 0;
        }
        boolean digits = value.length() <= MOST_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9');
        int count = digits ? Integer.parseInt(value) : -1;
        if (count < 0 || count > most) {
            wrong(column, "count", column + " 应为 0 至 " + most + " 的整数", column + " is a number from 0 to " + most);
        }
        return count;
    }

    /** A date that must be there; null where it is not or is none. */
    public @Nullable LocalDate date(String column) {
        return lacks(column) ? null : optionalDate(column);
    }

    /** A date that must be there and is not after {@code today}: else what comes later would never count as newer. */
    public @Nullable LocalDate pastDate(String column, LocalDate today) {
        var date = date(column);
        if (date != null && date.isAfter(today)) {
            wrong(column, "in-the-future", column + " 不得晚于今天", column + " lies after today");
        }
        return date;
    }

    /** A date that may be absent. */
    public @Nullable LocalDate optionalDate(String column) {
        var value = field(column);
        if (value.isEmpty()) {
            return null;
        }
        try {
            if (value.length() == 10 && value.charAt(4) == '-' && value.charAt(7) == '-') {
                return LocalDate.of(
                        Integer.parseInt(value, 0, 4, 10),
                        Integer.parseInt(value, 5, 7, 10),
                        Integer.parseInt(value, 8, 10, 10));
            }
        } catch (DateTimeException | NumberFormatException noDate) {
            // Refused below, like any other text that is no date.
        }
        wrong(column, "date", column + " 应为日期，如 2024-01-31", column + " is no date such as 2024-01-31");
        return null;
    }

    /** One of the values, by its code, that must be there; null where it is not or is none of them. */
    public <V> @Nullable V oneOf(String column, List<V> values, Function<V, String> code) {
        return lacks(column) ? null : optionalOneOf(column, values, code);
    }

    /** One of the values, by its code, that may be absent. */
    public <V> @Nullable V optionalOneOf(String column, List<V> values, Function<V, String> code) {
        var field = field(column);
        if (field.isEmpty()) {
            return null;
        }
        for (var value : values) {
            if (code.apply(value).equalsIgnoreCase(field)) {
                return value;
            }
        }
        var choices = values.stream().map(code).collect(Collectors.joining("、"));
        wrong(column, "choice", column + " 应为 " + choices, column + " is none of " + choices.replace("、", ", "));
        return null;
    }

    /** An identifier that must be there, folded and checked; null where it is not or is wrong. */
    public <T> @Nullable T identifier(String column, Function<String, Parsed<T>> parse) {
        return lacks(column) ? null : optionalIdentifier(column, parse);
    }

    /** An identifier that may be absent, folded and checked. */
    public <T> @Nullable T optionalIdentifier(String column, Function<String, Parsed<T>> parse) {
        var value = field(column);
        if (value.isEmpty()) {
            return null;
        }
        return switch (parse.apply(value)) {
            case Parsed.Valid<T> valid -> valid.identifier();
            case Parsed.Refused<T> refused -> {
                violations.add(refused.at("/" + column));
                yield null;
            }
        };
    }

    /** The code of an enum's constant in files and in the database: lower case, hyphens between words. */
    public static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String shortText(String column, String value, int longest) {
        if (value.length() > longest && value.codePointCount(0, value.length()) > longest) {
            wrong(column, "too-long", "%s 超过%d个字".formatted(column, longest), column + " is longer than " + longest);
        }
        for (var i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                wrong(column, "control-character", column + " 含有控制字符", column + " holds a control character");
                break;
            }
        }
        return value;
    }
}
