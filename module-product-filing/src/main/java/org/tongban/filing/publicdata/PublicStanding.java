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
import org.tongban.filing.recognition.OpenObjections;
import org.tongban.filing.recognition.PublicityPeriod;

/** What the public page says of a product's publicity or recognition, beside its state (PF-51, PF-70). */
@Singleton
class PublicStanding {
    private static final String VERIFY = "/verify/";

    private static final Title ANNOUNCED = new Title("即将公示", "About to be published");
    private static final Words OVER = new Words(
            new Title("公示期已满", "Publicity is over"),
            new Title("拟认定为专利密集型产品，公示期已满，不再接受异议。", "It was in publicity to the end. No more objections are taken."));
    private static final Words HELD = new Words(
            new Title("公示期已满，异议处理中", "Publicity is over, an objection is being handled"),
            new Title(
                    "拟认定为专利密集型产品，公示期已满；公示期内收到的异议正在处理，处理完毕前不予认定，不再接受新的异议。",
                    "Publicity is over. It is not recognised before the objections that came in time are decided."));

    private final PublicityPeriod period;
    private final OpenObjections objections;
    private final BusinessClock clock;

    PublicStanding(PublicityPeriod period, OpenObjections objections, BusinessClock clock) {
        this.period = period;
        this.objections = objections;
        this.clock = clock;
    }

    /** How a state is named, and what it means. */
    record Words(Title title, Title meaning) {}

    /** What it is today. */
    PublicState state(PublicProduct row) {
        return row.stateOn(clock.today());
    }

    /** The words of that for a card, where many stand: of a publicity that is over it is not asked why. */
    Words onCard(PublicProduct row) {
        var state = state(row);
        return isOver(row) ? OVER : new Words(state.title(), state.meaning());
    }

    /** The same for its page, which says what holds it beyond the end of its publicity (PF-52). */
    Words onPage(PublicProduct row) {
        return isOver(row) && !objections.openAmong(List.of(row.id())).isEmpty() ? HELD : onCard(row);
    }

    private boolean isOver(PublicProduct row) {
        return state(row) == PublicState.IN_PUBLICITY
                && period.phase(start(row), clock.today()) == PublicityPeriod.Phase.OVER;
    }

    /** Its section of the page; none of what is filed alone. */
    Optional<Section> section(PublicProduct row) {
        return switch (state(row)) {
            case FILED -> row.isAnnounced() ? Optional.of(announced(row)) : Optional.empty();
            case IN_PUBLICITY -> Optional.of(new Section(new Title("公示", "Publicity"), publicity(start(row)), null));
            case RECOGNISED -> Optional.of(new Section(new Title("认定", "Recognition"), recognition(row), null));
        };
    }

    /** Nobody may object yet, and no day of it has passed. */
    private Section announced(PublicProduct row) {
        var fields = new ArrayList<Field>();
        fields.add(field("publicity", "公示", "Publicity", ANNOUNCED));
        fields.addAll(days(start(row)));
        return new Section(new Title("公示", "Publicity"), fields, null);
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
        var rows = new ArrayList<Field>(days(start));
        // Nothing is said of days that nobody can count yet.
        var left = period.daysLeft(start, clock.today());
        if (left != null) {
            rows.add(field("daysLeft", "剩余时间", "Time left", left(left)).withNumber(left));
        }
        return rows;
    }

    private List<Field> days(LocalDate start) {
        return List.of(
                field("publicityFrom", "公示开始", "From", PublicRecord.date(start.plusDays(1))),
                field("publicityUntil", "公示截止", "Until", last(start)));
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
