package org.tongban.core.overview;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.calendar.WorkingDays;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;
import org.tongban.core.review.list.OpenCases;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Read;
import org.tongban.core.web.SignedIn;

/** Shows where everything stands that the signed-in account has going on, in all programmes (CO-39). */
@Controller("/api/platform/v1/me/overview")
class OverviewController {
    private static final Title DRAFT = new Title("草稿", "Draft");
    private static final Title SUBMIT = new Title("填写并提交", "Fill in and submit");
    private static final Title DECIDE = new Title("审核", "Decide");
    private static final String CALENDAR = "calendar-day";
    private static final String WORKING = "working-day";

    private final MatterRepository repository;
    private final WorkingDays workingDays;
    private final BusinessClock clock;

    OverviewController(MatterRepository repository, WorkingDays workingDays, BusinessClock clock) {
        this.repository = repository;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What the caller has under way or holds, in all programmes, newest first. */
    @Get
    @SignedIn
    @Read
    PageOf<Line> showMyOverview(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Nullable @QueryValue String cursor,
            @QueryValue(defaultValue = "50") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count) {
        var owners = Stream.of(caller.account(), caller.organisation())
                .filter(java.util.Objects::nonNull)
                .map(UUID::toString)
                .toArray(String[]::new);
        var realms = new String[] {caller.realm(), Matter.EVERY_REALM};
        var rows = repository.below(caller.account(), realms, owners, Keyset.before(cursor), limit + 1);
        return Keyset.page(rows, limit, MatterRow::recordId, row -> line(row, language))
                .counted(count, most -> repository.count(caller.account(), realms, owners, Keyset.FIRST, most));
    }

    /**
     * A record, and where it stands.
     *
     * @param acts applicant, reviewer, system, or nobody where there is nothing to do
     * @param provisional whether the due date may still move, because the holidays up to it are not announced
     * @param daysLeft how many days are left until then, in its unit: of the calendar from tomorrow on, and less than none where
     *     it is over; or working days with today counted, as publicity and the time for a statement on an objection run, none
     *     where it is over, and absent where the holidays up to it are not announced
     * @param daysLeftUnit what daysLeft counts, calendar-day or working-day; absent where nothing is due
     */
    @Serdeable
    record Line(
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing")
            String module,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/product")
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "农田巡检无人机系统")
            String title,

            @Nullable @Schema(example = "CP2026-0000012-0") String number,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "in-review")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核中")
            String stateTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "reviewer")
            String acts,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "审核")
            String nextAction,

            @Nullable @Schema(example = "2026-12-18") LocalDate dueOn,
            boolean provisional,
            @Nullable @Schema(example = "28") Long daysLeft,

            @Nullable
            @Schema(
                    type = "string",
                    allowableValues = {"calendar-day", "working-day"},
                    example = "calendar-day")
            String daysLeftUnit,

            @Nullable @Schema(example = "/api/product-filing/v1/products/0193f5a0-0000-7000-8000-000000000000")
            String link) {}

    private Line line(MatterRow row, Language language) {
        var due = due(row);
        return new Line(
                row.recordId(),
                row.recordType().split("[./]", 2)[0],
                row.recordType(),
                row.title(),
                row.number(),
                state(row),
                stateTitle(row).in(language),
                acts(row),
                nextAction(row).in(language),
                due.on(),
                due.provisional(),
                due.left(),
                due.unit(),
                row.link());
    }

    /** Until when something is, and how many days of which unit are left. */
    private record Due(
            @Nullable LocalDate on,
            boolean provisional,
            @Nullable Long left,
            @Nullable String unit) {}

    private Due due(MatterRow row) {
        var today = clock.today();
        var after = row.periodAfter();
        var days = row.periodDays();
        if (after != null && days != null) {
            var left = workingDays.left(after, days, today);
            return switch (workingDays.plus(after, days)) {
                case Deadline.Determined(var last, var ignored) ->
                    new Due(last, false, left.isPresent() ? (long) left.getAsInt() : null, WORKING);
                case Deadline.NotDeterminable(var from, var count, var last) -> new Due(last, true, null, WORKING);
            };
        }
        var date = row.dueOn();
        return date == null
                ? new Due(null, row.provisional(), null, null)
                : new Due(date, row.provisional(), ChronoUnit.DAYS.between(today, date), CALENDAR);
    }

    private static String state(MatterRow row) {
        if (row.state() != null) {
            return row.state();
        }
        return row.caseState() == null ? "draft" : row.caseState();
    }

    private static Title stateTitle(MatterRow row) {
        if (row.stateZh() != null && row.stateEn() != null) {
            return new Title(row.stateZh(), row.stateEn());
        }
        return row.caseState() == null ? DRAFT : OpenCases.stateTitle(row.caseState());
    }

    private static String acts(MatterRow row) {
        if (row.acts() != null) {
            return row.acts();
        }
        return row.caseState() == null ? "applicant" : "reviewer";
    }

    private static Title nextAction(MatterRow row) {
        if (row.actionZh() != null && row.actionEn() != null) {
            return new Title(row.actionZh(), row.actionEn());
        }
        return row.caseState() == null ? SUBMIT : DECIDE;
    }
}
