package org.tongban.filing.publicdata;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.calendar.Deadline;
import org.tongban.core.module.Title;
import org.tongban.core.publicdata.PublicRecord;
import org.tongban.core.publicdata.PublicRecord.Field;
import org.tongban.core.publicdata.PublicRecord.Section;
import org.tongban.core.time.BusinessClock;
import org.tongban.filing.recognition.PublicityPeriod;

/** What the public page says of a product's publicity or recognition, beside its state (PF-51, PF-70). */
@Singleton
class PublicStanding {
    private static final String VERIFY = "/verify/";

    private final PublicityPeriod period;
    private final BusinessClock clock;

    PublicStanding(PublicityPeriod period, BusinessClock clock) {
        this.period = period;
        this.clock = clock;
    }

    /** What it is today. */
    PublicState state(PublicProduct row) {
        return row.stateOn(clock.today());
    }

    /** Its section of the page; none of what is filed alone. */
    Optional<Section> section(PublicProduct row) {
        return switch (state(row)) {
            case FILED -> Optional.empty();
            case IN_PUBLICITY -> Optional.of(new Section(new Title("公示", "Publicity"), publicity(start(row)), null));
            case RECOGNISED -> Optional.of(new Section(new Title("认定", "Recognition"), recognition(row), null));
        };
    }

    /** What a result's card says of it. */
    List<Field> summary(PublicProduct row) {
        return switch (state(row)) {
            case FILED -> List.of();
            case IN_PUBLICITY ->
                publicity(start(row)).subList(1, publicity(start(row)).size());
            case RECOGNISED -> List.of(certificate(row), validUntil(row));
        };
    }

    /** When the page last read otherwise: the days that are left change at midnight, and a recognition ends then. */
    Instant changedAt(PublicProduct row) {
        return Stream.of(turned(row), row.changedAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant turned(PublicProduct row) {
        var day = switch (state(row)) {
            case FILED -> row.validUntil() == null ? null : row.validUntil().plusDays(1);
            case IN_PUBLICITY -> clock.today();
            case RECOGNISED -> null;
        };
        return day == null ? Instant.MIN : day.atStartOfDay(BusinessClock.ZONE).toInstant();
    }

    private List<Field> publicity(LocalDate start) {
        var rows = new ArrayList<Field>();
        rows.add(field("publicityFrom", "公示开始", "From", PublicRecord.date(start.plusDays(1))));
        rows.add(field("publicityUntil", "公示截止", "Until", last(start)));
        // Nothing is said of days that nobody can count yet.
        var left = period.daysLeft(start, clock.today());
        if (left != null) {
            rows.add(field("daysLeft", "剩余时间", "Time left", left(left)).withNumber(left));
        }
        return rows;
    }

    private Title last(LocalDate start) {
        return switch (period.end(start)) {
            case Deadline.Determined(var last, var ignored) -> PublicRecord.date(last);
            case Deadline.NotDeterminable(var from, var days, var provisional) -> {
                var date = PublicRecord.date(provisional);
                yield new Title(date.zh() + "（暂定）", date.en() + " (provisional)");
            }
        };
    }

    private static Title left(int days) {
        return switch (days) {
            case 0 -> new Title("公示期已满", "The period is over");
            case 1 -> new Title("还剩 1 个工作日", "1 working day left");
            default -> new Title("还剩 " + days + " 个工作日", days + " working days left");
        };
    }

    private static List<Field> recognition(PublicProduct row) {
        return List.of(
                certificate(row),
                field(
                        "recognisedOn",
                        "认定日期",
                        "Recognised on",
                        PublicRecord.date(Objects.requireNonNull(row.recognisedOn()))),
                validUntil(row));
    }

    /** It leads to the page that says whether the certificate stands. */
    private static Field certificate(PublicProduct row) {
        var number = Objects.requireNonNull(row.certificateNumber());
        return field("certificateNumber", "证书编号", "Certificate number", new Title(number, number))
                .withLink(VERIFY + number);
    }

    private static Field validUntil(PublicProduct row) {
        return field("validUntil", "有效期至", "Valid until", PublicRecord.date(Objects.requireNonNull(row.validUntil())));
    }

    private static LocalDate start(PublicProduct row) {
        return Objects.requireNonNull(row.publicityStart());
    }

    private static Field field(String code, String zh, String en, Title value) {
        return new Field(code, new Title(zh, en), value);
    }
}
