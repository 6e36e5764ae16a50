package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.tongban.core.task.Job;
import org.tongban.core.task.JobBody;
import org.tongban.core.task.JobStep;
import org.tongban.core.web.Ids;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.ToldDay;
import org.tongban.filing.recognition.Recognitions;

/** Asks the units of all products that passed the run of a stage, once each (PF-50). */
@Singleton
class AskInformation implements JobBody {
    static final String STAGE = "stage";

    private static final String AFTER = "after";
    private static final String FIRST = new UUID(0, 0).toString();
    private static final String ASKED = "filing.information-asked";
    private static final int BATCH = 100;

    private final StageRepository stages;
    private final Recognitions recognitions;

    AskInformation(StageRepository stages, Recognitions recognitions) {
        this.stages = stages;
        this.recognitions = recognitions;
    }

    @Override
    public String type() {
        return ProductFilingModule.ASKING;
    }

    @Override
    public JobStep step(Job job) {
        var stage = stages.stage(UUID.fromString(job.parameter(STAGE))).orElseThrow();
        var after = UUID.fromString(job.cursor().getOrDefault(AFTER, FIRST));
        var found = stages.toAsk(stage.id(), after, BATCH);
        for (var recognition : found) {
            if (stages.ask(Ids.next(), stage.id(), recognition) == 1) {
                recognitions.tell(
                        recognition, ASKED, Map.of("date", ToldDay.endOf(stage.dueOn()), "title", stage.title()));
            }
        }
        return found.size() < BATCH
                ? JobStep.finished(found.size())
                : JobStep.next(Map.of(AFTER, found.getLast().toString()), found.size());
    }
}
