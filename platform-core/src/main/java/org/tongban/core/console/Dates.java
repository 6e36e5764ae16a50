package org.tongban.core.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;

/** Dates and times as the console writes them, in Asia/Shanghai (CO-14). */
public final class Dates {
    private static final DateTimeFormatter ZH_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter ZH_TIME = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");
    private static final DateTimeFormatter EN_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Dates() {}

    public static String of(LocalDate date, Language language) {
        return switch (language) {
            case ZH -> ZH_DATE.format(date);
            case EN -> date.toString();
        };
    }

    public static String of(Instant moment, Language language) {
        var time = moment.atZone(BusinessClock.ZONE);
        return switch (language) {
            case ZH -> ZH_TIME.format(time);
            case EN -> EN_TIME.format(time);
        };
    }
}
