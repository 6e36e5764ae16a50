package org.tongban.trial;

import jakarta.inject.Singleton;
import java.util.Map;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;

/** A job of three steps that leaves a trace of each. */
@Singleton
class Counting implements JobBody {
    static final String TYPE = "trial.counting";
    private static final long LAST = 3;

    private final NoteRepository notes;
    private final Faults faults;

    Counting(NoteRepository notes, Faults faults) {
        this.notes = notes;
        this.faults = faults;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public JobStep step(Job job) {
        var at = job.cursor("at", 0) + 1;
        notes.turn(job.id(), at);
        faults.pass(TYPE + "/" + at);
        return at == LAST
                ? JobStep.finished(1)
                : JobStep.next(Map.of("at", Long.toString(at)), 1).withTotal(LAST);
    }

    @Override
    public void cancelled(Job job) {
        notes.turn(job.id(), -1);
    }
}
