package org.tongban.filing.selection;

import jakarta.inject.Singleton;
import java.util.UUID;

/** Which runs have results that others may go by; in the transaction under way. */
@Singleton
public class FinishedRuns {
    private final RunRepository runs;

    FinishedRuns(RunRepository runs) {
        this.runs = runs;
    }

    /** Whether it is of the round, real and finished. */
    public boolean isOfRound(UUID run, int year) {
        return runs.ofId(run)
                .filter(found -> found.year() == year && !found.dry() && found.finishedAt() != null)
                .isPresent();
    }
}
