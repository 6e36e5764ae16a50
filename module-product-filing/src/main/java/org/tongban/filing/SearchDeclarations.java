package org.tongban.filing;

import java.time.LocalTime;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for the search of the public (PF-70). */
final class SearchDeclarations {
    static final TaskDeclaration TASK = TaskDeclaration.daily(
            "product-filing.spell-names",
            new Title("补充公开名称的拼音", "Spell the public names that are not spelled yet"),
            LocalTime.of(3, 0));

    private SearchDeclarations() {}
}
