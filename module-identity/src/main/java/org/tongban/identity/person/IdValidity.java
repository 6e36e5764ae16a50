package org.tongban.identity.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/**
 * From when until when a document is valid (Fields 1.1).
 *
 * @param to its last day; null for a document without end
 */
public record IdValidity(LocalDate from, @Nullable LocalDate to) {
    private static final Title FUTURE = new Title("有效期起不得晚于今天", "It begins in the future");
    private static final Title REVERSED = new Title("有效期止应晚于有效期起", "It ends before it begins");
    private static final Title EXPIRED = new Title("证件已过有效期", "The document has expired");

    /** What the fields {@code idValidFrom} and {@code idValidTo} say, once a form's schema has let them pass. */
    public static IdValidity of(JsonNode fields) {
        var to = fields.path("idValidTo");
        return new IdValidity(
                LocalDate.parse(fields.path("idValidFrom").asText()),
                to.isTextual() ? LocalDate.parse(to.asText()) : null);
    }

    /**
     * What is wrong with it on a day.
     *
     * @param parent the pointer of what holds the fields; empty for the root
     */
    public List<Violation> violations(String parent, LocalDate today) {
        var violations = new ArrayList<Violation>();
        if (from.isAfter(today)) {
            violations.add(new Violation(parent + "/idValidFrom", "in-future", FUTURE));
        }
        if (to != null && !to.isAfter(from)) {
            violations.add(new Violation(parent + "/idValidTo", "before-start", REVERSED));
        } else if (to != null && to.isBefore(today)) {
            violations.add(new Violation(parent + "/idValidTo", "id-expired", EXPIRED));
        }
        return violations;
    }

    /** Whether its last day is over. */
    boolean isExpired(LocalDate today) {
        return to != null && to.isBefore(today);
    }
}
