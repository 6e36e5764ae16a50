package org.tongban.core.calendar;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Notice.NamedDay;
import org.tongban.core.web.Audited;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API about the calendar (CO-71). */
final class CalendarViews {
    private static final String DATE = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private static final String PLAIN = "^[^\\u0000-\\u001f\\u007f]*$";

    private CalendarViews() {}

    /**
     * The days of a calendar year that are not what their weekday says.
     *
     * @param shipped whether the year's notice came with the platform; else an administrator gave it
     */
    @Serdeable
    @Schema(name = "CalendarYear")
    record Year(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026")
            int year,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean shipped,

            @ArraySchema(schema = @Schema(implementation = Day.class))
            List<Day> days,

            @Schema(description = "Changes with the days", example = "1")
            long version)
            implements Audited, Versioned {
        static Year of(int year, Map<Integer, Notice> known) {
            var notice = Objects.requireNonNull(known.get(year));
            var days = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .flatMap(date -> java.util.Optional.ofNullable(WorkingDays.named(known, date)).stream())
                    .map(Day::of)
                    .toList();
            return new Year(year, notice.shipped(), days, Versioned.ofContent(days));
        }

        @Override
        public String auditSubject() {
            return "platform/holiday-notice";
        }

        /** A year has no id of its own. */
        @Override
        public UUID auditId() {
            return new UUID(0, year);
        }

        /** The days that a year's notice may name, by their dates, as all notices together have them. */
        static Map<String, Object> digest(int year, Map<Integer, Notice> known) {
            var digest = new LinkedHashMap<String, Object>();
            LocalDate.of(year - 1, 12, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .forEach(date -> {
                        var day = WorkingDays.named(known, date);
                        if (day != null) {
                            digest.put(date.toString(), Map.of("name", day.name(), "free", day.free()));
                        }
                    });
            return digest;
        }
    }

    /**
     * A day that is not what its weekday says.
     *
     * @param free a public holiday; else a day of a weekend that is worked for one
     */
    @Serdeable
    @Schema(name = "CalendarDay")
    record Day(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = DATE, example = "2026-10-10")
            String date,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100,
                    pattern = PLAIN,
                    example = "国庆节")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean free) {
        static Day of(NamedDay day) {
            return new Day(day.date().toString(), day.name(), day.free());
        }
    }

    /** The notice of a year as it is to be from now on. */
    @Serdeable
    @Schema(name = "CalendarChange")
    record Change(@ArraySchema(minItems = 1, maxItems = 200) List<Day> days) {}

    /** A file of the public collection holiday-cn, member by member as it names them: one year's notice. */
    @Serdeable
    @Schema(name = "HolidayFile")
    record HolidayFile(
            @Nullable @Schema(maxLength = 500, example = "https://example.org/schema.json")
            String $schema,

            @Nullable @Schema(maxLength = 500, example = "https://example.org/2027.json")
            String $id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "2000", maximum = "2199", example = "2027")
            int year,

            @Nullable
            @ArraySchema(maxItems = 20, schema = @Schema(maxLength = 500, example = "https://www.gov.cn/zhengce/"))
            List<String> papers,

            @ArraySchema(minItems = 1, maxItems = 200) List<FileDay> days) {}

    /** A day of such a file. */
    @Serdeable
    @Schema(name = "HolidayFileDay")
    record FileDay(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 100,
                    pattern = PLAIN,
                    example = "元旦")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = DATE, example = "2027-01-01")
            String date,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "true")
            boolean isOffDay) {}
}
