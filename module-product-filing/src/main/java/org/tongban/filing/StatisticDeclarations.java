package org.tongban.filing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.tongban.core.account.Permission;
import org.tongban.core.module.Title;
import org.tongban.core.task.TaskDeclaration;

/** What the module declares for its statistics (PF-72). */
public final class StatisticDeclarations {
    /** The task that moves changes into the counters. */
    public static final String FOLD = "product-filing.fold-counts";
    /** The task that compares the counters with what they count. */
    public static final String RECOUNT = "product-filing.recount-statistics";

    static final Permission PERMISSION =
            new Permission(ProductFilingModule.READ_STATISTICS, new Title("查看统计", "Read statistics"));

    static final List<TaskDeclaration> TASKS = List.of(
            new TaskDeclaration(FOLD, new Title("汇总统计变动", "Sum up changes of statistics"), Duration.ofMinutes(1)),
            TaskDeclaration.daily(
                    RECOUNT, new Title("核对统计数", "Compare statistics with what they count"), LocalTime.of(3, 0)));

    private StatisticDeclarations() {}
}
