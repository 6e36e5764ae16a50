package org.tongban.filing.scorecard;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Violation;
import org.tongban.filing.round.Rounds;
import org.tongban.filing.scorecard.ScorecardViews.NewCriterion;
import org.tongban.filing.scorecard.ScorecardViews.NewScorecard;

/** Enters another version of a round's scorecard (PF-50). */
@Singleton
class EnterScorecard {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final Title NO_SOURCE = new Title("没有这项数据", "There is no such value");

    private final Scorecards scorecards;
    private final Rounds rounds;
    private final AuditTrail audit;
    private final BusinessClock clock;

    EnterScorecard(Scorecards scorecards, Rounds rounds, AuditTrail audit, BusinessClock clock) {
        this.scorecards = scorecards;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    Scorecard enter(Caller caller, int year, NewScorecard entered) {
        var violations = new ArrayList<Violation>();
        rounds.wrong(year).ifPresent(violations::add);
        rounds.lock(year);
        var criteria = new ArrayList<Criterion>();
        for (int i = 0; i < entered.criteria().size(); i++) {
            criterion(entered.criteria().get(i), "/criteria/" + i, violations).ifPresent(criteria::add);
        }
        var passMark = new BigDecimal(Objects.requireNonNullElse(entered.passMark(), "0"));
        if (passMark.compareTo(WHOLE) > 0) {
            violations.add(new Violation("/passMark", "above-limit", new Title("不得大于 100", "At most 100")));
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        var scorecard = new Scorecard(
                Ids.next(),
                year,
                scorecards.nextVersion(year),
                entered.title().strip(),
                criteria,
                passMark,
                caller.account(),
                clock.now());
        scorecards.add(scorecard);
        audit.record(
                ScorecardViews.RECORD,
                scorecard.id(),
                Map.of("round", year, "version", scorecard.version(), "criteria", criteria.size()));
        return scorecard;
    }

    private static Optional<Criterion> criterion(NewCriterion entered, String at, List<Violation> violations) {
        var source = source(entered.source(), at + "/source", violations);
        var divisor = entered.dividedBy() == null
                ? null
                : source(entered.dividedBy(), at + "/dividedBy", violations).orElse(null);
        var comparator = Comparator.of(entered.comparator());
        if (comparator.isEmpty()) {
            violations.add(
                    new Violation(at + "/comparator", "enum", new Title("没有这种比较方式", "There is no such comparison")));
        }
        var weight = number(entered.weight(), "0");
        if (entered.hard() && weight.signum() != 0) {
            violations.add(
                    new Violation(at + "/weight", "hard", new Title("必备条件不计权重。", "A hard criterion has no weight.")));
        }
        if (!entered.hard() && weight.signum() == 0) {
            violations.add(new Violation(
                    at + "/weight", "required", new Title("请填写权重。", "One that is not hard needs a weight.")));
        }
        if (source.isEmpty() || comparator.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Criterion(
                entered.indicator().strip(),
                source.get(),
                divisor,
                number(entered.factor(), "1"),
                Objects.requireNonNullElse(entered.industries(), List.of()),
                Objects.requireNonNullElse(entered.categories(), List.of()),
                comparator.get(),
                new BigDecimal(entered.benchmark()),
                weight,
                entered.hard(),
                entered.reason().strip()));
    }

    private static Optional<Source> source(String code, String at, List<Violation> violations) {
        var source = Source.of(code);
        if (source.isEmpty()) {
            violations.add(new Violation(at, "unknown-source", NO_SOURCE));
        }
        return source;
    }

    private static BigDecimal number(@Nullable String text, String otherwise) {
        return new BigDecimal(Objects.requireNonNullElse(text, otherwise));
    }
}
