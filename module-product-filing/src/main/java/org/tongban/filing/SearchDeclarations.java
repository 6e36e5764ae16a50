package org.tongban.filing;

import java.time.LocalTime;
import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for searching: by the public (PF-70), and by units among their patents (PF-22). */
final class SearchDeclarations {
    static final List<TaskDeclaration> TASKS = List.of(
            TaskDeclaration.daily(
                    "product-filing.spell-names",
                    new Title("补充公开名称的拼音", "Spell the public names that are not spelled yet"),
                    LocalTime.of(3, 0)),
            TaskDeclaration.daily(
                    "product-filing.fold-products",
                    new Title("按新的字形归并规则重建产品检索", "Index products anew that an earlier folding made"),
                    LocalTime.of(3, 0)),
            TaskDeclaration.daily(
                    "product-filing.fold-patents",
                    new Title("按新的字形归并规则重建专利检索", "Index patents anew that an earlier folding made"),
                    LocalTime.of(3, 0)));

    private SearchDeclarations() {}
}
