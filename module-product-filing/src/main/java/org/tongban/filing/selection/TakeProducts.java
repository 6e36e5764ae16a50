package org.tongban.filing.selection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Ids;
import org.tongban.filing.ProductFilingModule;

/**
 * Takes every product into a round that was filed or updated in time and whose unit takes part (PF-50). What it has taken
 * stays as it is, so that it may be started again for what came since.
 */
@Singleton
class TakeProducts implements JobBody {
    static final String YEAR = "year";

    private static final String AFTER = "after";
    private static final String FIRST = new UUID(0, 0).toString();
    private static final int BATCH = 1000;

    private final IntakeRepository intake;
    private final BusinessClock clock;
    private final int gap;

    TakeProducts(
            IntakeRepository intake,
            BusinessClock clock,
            @Value("${platform.product-filing.rounds-after-revocation:2}") int gap) {
        this.intake = intake;
        this.clock = clock;
        this.gap = gap;
    }

    @Override
    public String type() {
        return ProductFilingModule.INTAKE;
    }

    @Override
    public JobStep step(Job job) {
        int year = Integer.parseInt(job.parameter(YEAR));
        var after = UUID.fromString(job.cursor().getOrDefault(AFTER, FIRST));
        var products = intake.next(year, gap, after, BATCH);
        var ids = Stream.generate(Ids::next)
                .limit(products.size())
                .map(UUID::toString)
                .toArray(String[]::new);
        var taken = products.isEmpty()
                ? 0
                : intake.take(ids, products.stream().map(UUID::toString).toArray(String[]::new), year, clock.now());
        return products.size() < BATCH
                ? JobStep.finished(taken)
                : JobStep.next(Map.of(AFTER, products.getLast().toString()), taken);
    }
}
