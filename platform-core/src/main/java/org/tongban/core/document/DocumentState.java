package org.tongban.core.document;

import java.time.LocalDate;
import java.util.Locale;
import org.tongban.core.module.Title;

/** Whether a document stands, at one moment of business time (CO-60). */
enum DocumentState {
    VALID("有效", "Valid"),
    NOT_YET_VALID("尚未生效", "Not valid yet"),
    EXPIRED("已到期", "Expired"),
    SUPERSEDED("已被替代", "Superseded"),
    REVOKED("已撤销", "Revoked");

    private final Title title;

    DocumentState(String zh, String en) {
        title = new Title(zh, en);
    }

    /** What was taken back says so, whatever its dates; the stronger word first. */
    static DocumentState of(DocumentRow row, LocalDate today) {
        if (row.revokedAt() != null) {
            return REVOKED;
        }
        if (row.supersededBy() != null) {
            return SUPERSEDED;
        }
        if (row.validUntil() != null && today.isAfter(row.validUntil())) {
            return EXPIRED;
        }
        return today.isBefore(row.validFrom()) ? NOT_YET_VALID : VALID;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Title title() {
        return title;
    }
}
