package org.tongban.core.external;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.identifier.PatentNumber;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Reads one row of the registry's CSV (Fields 10) and finds all that is wrong with it. */
final class PatentRow {
    /** The columns that a header must name; {@code grantedOn} may be absent. */
    static final List<String> REQUIRED =
            List.of("patentNumber", "kind", "title", "holders", "filedOn", "legalStatus", "statusOn");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;
    private static final int MOST_HOLDERS = 50;

    private final Map<String, String> fields;
    private final List<Violation> violations = new ArrayList<>();

    private PatentRow(Map<String, String> fields) {
        this.fields = fields;
    }

    /** What a row is: an entry, or violations whose pointers name the columns. */
    sealed interface Read {
        record Good(Entry entry) implements Read {}

        record Bad(List<Violation> violations) implements Read {}
    }

    static Read read(Map<String, String> fields) {
        return new PatentRow(fields).read();
    }

    /** The code of a kind or a status in files and in the database. */
    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Read read() {
        if (fields.values().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
            wrong("", "encoding", "有无法识别的字符，文件应为UTF-8或GB18030编码", "Characters that are neither UTF-8 nor GB18030");
            return new Read.Bad(violations);
        }
        var number = number();
        var kind = oneOf("kind", PatentKind.values());
        var title = text("title", LONGEST_TITLE);
        var holders = holders();
        var filedOn = date("filedOn", true);
        var grantedOn = date("grantedOn", false);
        var status = oneOf("legalStatus", LegalStatus.values());
        var statusOn = date("statusOn", true);
        if (number != null && kind != null && PatentKind.of(number) != kind) {
            wrong("kind", "kind-mismatch", "专利类型与专利号不符", "The number is that of another kind");
        }
        if (filedOn != null && grantedOn != null && grantedOn.isBefore(filedOn)) {
            wrong("grantedOn", "before-filing", "授权日早于申请日", "The grant lies before the filing");
        }
        if (number == null
                || kind == null
                || filedOn == null
                || status == null
                || statusOn == null
                || !violations.isEmpty()) {
            return new Read.Bad(violations);
        }
        return new Read.Good(new Entry(number, kind, title, holders, filedOn, grantedOn, status, statusOn));
    }

    private @Nullable PatentNumber number() {
        if (isAbsent("patentNumber")) {
            return null;
        }
        return switch (PatentNumber.parse(field("patentNumber"))) {
            case Parsed.Valid<PatentNumber> valid -> valid.identifier();
            case Parsed.Refused<PatentNumber> refused -> {
                violations.add(refused.at("/patentNumber"));
                yield null;
            }
        };
    }

    private <E extends Enum<E>> @Nullable E oneOf(String column, E[] values) {
        if (isAbsent(column)) {
            return null;
        }
        var found = Arrays.stream(values)
                .filter(value -> code(value).equals(field(column).toLowerCase(Locale.ROOT)))
                .findFirst();
        if (found.isEmpty()) {
            var choices = Arrays.stream(values).map(PatentRow::code).collect(Collectors.joining("、"));
            wrong(column, "choice", column + " 应为 " + choices, column + " is none of " + choices.replace("、", ", "));
        }
        return found.orElse(null);
    }

    private @Nullable LocalDate date(String column, boolean required) {
        if (field(column).isEmpty()) {
            if (required) {
                isAbsent(column);
            }
            return null;
        }
        try {
            return LocalDate.parse(field(column));
        } catch (DateTimeException noDate) {
            wrong(column, "date", column + " 应为日期，如 2024-01-31", column + " is no date such as 2024-01-31");
            return null;
        }
    }

    private String text(String column, int longest) {
        isAbsent(column);
        return shortText(column, field(column), longest);
    }

    private List<String> holders() {
        if (isAbsent("holders")) {
            return List.of();
        }
        var names = Stream.of(field("holders").split("[;；]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty() || names.size() > MOST_HOLDERS) {
            wrong("holders", "holders", "权利人应为1至50个，以分号分隔", "1 to 50 holders, separated by semicolons");
        }
        names.forEach(name -> shortText("holders", name, LONGEST_NAME));
        return names;
    }

    private String shortText(String column, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            wrong(column, "too-long", "%s 超过%d个字".formatted(column, longest), column + " is longer than " + longest);
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            wrong(column, "control-character", column + " 含有控制字符", column + " holds a control character");
        }
        return value;
    }

    private boolean isAbsent(String column) {
        if (!field(column).isEmpty()) {
            return false;
        }
        wrong(column, "required", column + " 未填写", column + " is missing");
        return true;
    }

    private String field(String column) {
        return Optional.ofNullable(fields.get(column))
                .map(value -> Normalizer.normalize(value, Normalizer.Form.NFC).strip())
                .orElse("");
    }

    private void wrong(String column, String code, String zh, String en) {
        violations.add(new Violation(column.isEmpty() ? "" : "/" + column, code, new Title(zh, en)));
    }
}
