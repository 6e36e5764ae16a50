package org.tongban.core.calendar;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.Map;
import org.tongban.core.audit.Changes;
import org.tongban.core.calendar.CalendarViews.Change;
import org.tongban.core.calendar.CalendarViews.HolidayFile;
import org.tongban.core.calendar.CalendarViews.Year;
import org.tongban.core.calendar.PublishNotice.GivenDay;
import org.tongban.core.module.CoreModule;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;

/** The working days of the country, as everybody reads them and administrators load them (CO-71). */
@Controller("/api/platform/v1/calendar")
class CalendarController {
    private final Notices notices;
    private final PublishNotice publishNotice;
    private final AuditTrail audit;

    CalendarController(Notices notices, PublishNotice publishNotice, AuditTrail audit) {
        this.notices = notices;
        this.publishNotice = publishNotice;
        this.audit = audit;
    }

    /** Public holidays and make-up days of a year; all other weekdays are worked. */
    @Open
    @Read
    @Get("/{year}")
    @Refuses({"calendar-year-not-loaded", "invalid-input"})
    Year showCalendarYear(@PathVariable int year) {
        var known = notices.byYear();
        if (!known.containsKey(year)) {
            throw DomainException.of(CalendarError.YEAR_NOT_LOADED);
        }
        return Year.of(year, known);
    }

    /** Replaces the public holidays and make-up days of a year. */
    @Permitted(CoreModule.IMPORT)
    @Write(action = "platform.calendar.change", owner = CalendarOwnership.class, record = "year")
    @Put("/{year}")
    @Refuses("holiday-notice-refused")
    HttpResponse<Year> changeCalendarYear(@PathVariable int year, @Body @Checked Change body) {
        var days = body.days().stream()
                .map(day -> new GivenDay(day.date(), day.name(), day.free()))
                .toList();
        var before = notices.lock();
        return HttpResponse.ok(recorded(year, before, publishNotice.change(year, days)));
    }

    /** Loads a year from a file of holiday-cn; the same file again changes nothing. */
    @Permitted(CoreModule.IMPORT)
    @Write(action = "platform.calendar.import")
    @Post("/imports")
    @Refuses("holiday-notice-refused")
    HttpResponse<Year> importHolidays(@Body @Checked HolidayFile body) {
        var days = body.days().stream()
                .map(day -> new GivenDay(day.date(), day.name(), day.isOffDay()))
                .toList();
        var before = notices.lock();
        return HttpResponse.ok(recorded(body.year(), before, publishNotice.load(body.year(), days)));
    }

    private Year recorded(int year, Map<Integer, Notice> before, Map<Integer, Notice> after) {
        var changed = Year.of(year, after);
        audit.record(
                changed.auditSubject(),
                changed.auditId(),
                Changes.between(Map.of("year", year), Year.digest(year, before), Year.digest(year, after)));
        return changed;
    }
}
