package org.tongban.filing.round;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.audit.Changes;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Violation;
import org.tongban.filing.round.RoundViews.RoundDates;

/** Gives a year its dates (PF-40). */
@Singleton
class EditRound {
    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2100;

    private final RoundRepository repository;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final BusinessClock clock;

    EditRound(RoundRepository repository, Rounds rounds, AuditTrail audit, BusinessClock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    Round edit(int year, RoundDates dates) {
        var violations = new ArrayList<Violation>();
        rounds.wrong(year).ifPresent(violations::add);
        var before = rounds.lock(year);
        var opensOn = date("/opensOn", year, dates.opensOn(), violations);
        var closesOn = date("/closesOn", year, dates.closesOn(), violations);
        var deadline = date("/filingDeadline", year, dates.filingDeadline(), violations);
        if (opensOn != null && closesOn != null && closesOn.isBefore(opensOn)) {
            violations.add(wrong("/closesOn", "before-opening", "截止日不得早于开放日。", "It must not end before it opens."));
        }
        if (dates.dataYear() >= year) {
            violations.add(wrong("/dataYear", "not-over", "数据年度须早于本年度。", "Its figures are of a year that is over."));
        } else if (dates.dataYear() != before.dataYear() && repository.hasBegun(year)) {
            violations.add(
                    wrong("/dataYear", "round-begun", "更新已开始，数据年度不能再改。", "Updates have begun: the data year stays."));
        }
        if (opensOn == null || closesOn == null || deadline == null || !violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        var after = new Round(year, dates.dataYear(), opensOn, closesOn, deadline, before.version() + 1, clock.now());
        repository.store(after);
        audit.record(
                RoundViews.RECORD,
                RoundViews.id(year),
                Changes.between(Map.of("year", year), members(before), members(after)));
        return after;
    }

    private static Map<String, Object> members(Round round) {
        return Map.of(
                "dataYear", round.dataYear(),
                "opensOn", round.opensOn().toString(),
                "closesOn", round.closesOn().toString(),
                "filingDeadline", round.filingDeadline().toString());
    }

    private static @Nullable LocalDate date(String pointer, int year, String text, List<Violation> violations) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() == year) {
                return date;
            }
            violations.add(wrong(pointer, "other-year", "日期须在本年度内。", "The date must lie in the round's year."));
        } catch (DateTimeException noSuchDay) {
            violations.add(wrong(pointer, "date", "没有这一天", "There is no such day"));
        }
        return null;
    }

    private static Violation wrong(String pointer, String code, String zh, String en) {
        return new Violation(pointer, code, new Title(zh, en));
    }
}
