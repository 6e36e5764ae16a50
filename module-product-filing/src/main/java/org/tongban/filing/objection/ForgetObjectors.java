package org.tongban.filing.objection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.review.Reviews;
import org.tongban.core.review.receipt.ForgetSubmitted;
import org.tongban.core.task.TaskBody;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.AuditTrail;
import org.tongban.filing.OneByOne;

/**
 * Forgets who objected once the time is over for which it has to be known after the decision (CO-59); what was objected, and
 * how it was decided, stays.
 */
@Singleton
class ForgetObjectors implements TaskBody {
    private static final String TASK = "product-filing.forget-objectors";

    private final ObjectionRepository objections;
    private final SealObjector sealObjector;
    private final ForgetSubmitted forgetSubmitted;
    private final Reviews reviews;
    private final OneByOne oneByOne;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final int keptDays;

    ForgetObjectors(
            ObjectionRepository objections,
            SealObjector sealObjector,
            ForgetSubmitted forgetSubmitted,
            Reviews reviews,
            OneByOne oneByOne,
            AuditTrail audit,
            BusinessClock clock,
            @Value("${platform.product-filing.objections.objector-days:1095}") int keptDays) {
        this.objections = objections;
        this.sealObjector = sealObjector;
        this.forgetSubmitted = forgetSubmitted;
        this.reviews = reviews;
        this.oneByOne = oneByOne;
        this.audit = audit;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public void run() {
        runFor(clock.today());
    }

    @Override
    public void runFor(LocalDate businessDate) {
        var before = businessDate
                .minusDays(keptDays)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant();
        oneByOne.each(after -> objections.toForget(before, after, OneByOne.BATCH), id -> forget(id, before));
    }

    /** Whoever objected is told what comes of a re-examination, which may last. */
    private void forget(UUID id, Instant before) {
        var found = objections.lock(id).orElseThrow();
        var decidedAt = found.decidedAt();
        if (decidedAt == null || !decidedAt.isBefore(before) || reviews.underReexamination(id)) {
            return;
        }
        objections.forget(
                id,
                sealObjector.seal(Objector.FORGOTTEN, id),
                Objector.FIELDS.toArray(String[]::new),
                clock.today(),
                clock.now());
        forgetSubmitted.forget(
                id,
                Objector.FIELDS.stream()
                        .map(field -> ReceiveObjection.IN_SNAPSHOT + "/" + field)
                        .toList());
        audit.recordTask(TASK, ObjectionFiles.RECORD, id, Map.of("forgotten", "objector"));
    }
}
