package org.tongban.core.review;

import java.util.List;
import java.util.Set;
import org.tongban.core.module.Title;

/**
 * A kind of review (CO-46).
 *
 * @param id {@code module.noun}, say {@code product-filing.filing}
 * @param permission what a reviewer needs
 * @param outcomes what a reviewer may decide beside approval
 * @param dueWorkingDays working days from submission to the due date
 * @param numberPrefix two capitals before the case's number (CO-15)
 */
public record ReviewType(
        String id,
        Title title,
        String permission,
        Set<Decision> outcomes,
        int dueWorkingDays,
        String numberPrefix,
        List<ChecklistItem> checklist) {
    /** A point that the reviewer ticks or fails before deciding (CO-46f). */
    public record ChecklistItem(String id, Title title) {}
}
