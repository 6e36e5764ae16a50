package org.tongban.core.external.embedded;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.csv.CsvRow;
import org.tongban.core.external.PatentRegistry.Entry;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.identifier.PatentNumber;

/** Reads one row of the CSV of patents (Fields 10) and finds all that is wrong with it. */
final class PatentRow {
    /** The columns that a header must name; {@code grantedOn} and {@code termExtensionDays} may be absent. */
    static final List<String> REQUIRED =
            List.of("patentNumber", "kind", "title", "holders", "filedOn", "legalStatus", "statusOn");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;
    private static final int MOST_HOLDERS = 50;
    private static final int MOST_EXTENSION_DAYS = 3650;
    private static final List<PatentKind> KINDS = List.of(PatentKind.values());
    private static final List<LegalStatus> STATUSES = List.of(LegalStatus.values());

    private PatentRow() {}

    static @Nullable Entry read(CsvRow row, LocalDate today) {
        var number = row.identifier("patentNumber", PatentNumber::parse);
        var kind = row.oneOf("kind", KINDS, CsvRow::code);
        var title = row.text("title", LONGEST_TITLE);
        var holders = holders(row);
        var filedOn = row.date("filedOn");
        var grantedOn = row.optionalDate("grantedOn");
        var status = row.oneOf("legalStatus", STATUSES, CsvRow::code);
        var statusOn = row.pastDate("statusOn", today);
        var extension = row.count("termExtensionDays", MOST_EXTENSION_DAYS);
        if (number != null && kind != null && PatentKind.of(number) != kind) {
            row.wrong("kind", "kind-mismatch", "专利类型与专利号不符", "The number is that of another kind");
        }
        if (filedOn != null && grantedOn != null && grantedOn.isBefore(filedOn)) {
            row.wrong("grantedOn", "before-filing", "授权日早于申请日", "The grant lies before the filing");
        }
        return number == null || kind == null || filedOn == null || status == null || statusOn == null
                ? null
                : new Entry(number, kind, title, holders, filedOn, grantedOn, status, statusOn, extension);
    }

    private static List<String> holders(CsvRow row) {
        if (row.lacks("holders")) {
            return List.of();
        }
        var names = row.texts("holders", LONGEST_NAME);
        if (names.isEmpty() || names.size() > MOST_HOLDERS) {
            row.wrong("holders", "holders", "权利人应为1至50个，以分号分隔", "1 to 50 holders, separated by semicolons");
        }
        return names;
    }
}
