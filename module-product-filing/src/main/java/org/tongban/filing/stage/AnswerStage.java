package org.tongban.filing.stage;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.tongban.core.file.RecordRef;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;
import org.tongban.filing.file.HeldFiles;
import org.tongban.filing.file.HeldFiles.Use;
import org.tongban.filing.recognition.RecognitionState;
import org.tongban.filing.stage.StageViews.NewAnswer;
import org.tongban.filing.unit.FilingUnits;

/** Takes what a unit answers in a stage; up to the last day it may be replaced (PF-50). */
@Singleton
class AnswerStage {
    private static final String SLOT = "product-filing/pdf-20";

    private final StageRepository stages;
    private final FilingUnits units;
    private final HeldFiles files;
    private final BusinessClock clock;

    AnswerStage(StageRepository stages, FilingUnits units, HeldFiles files, BusinessClock clock) {
        this.stages = stages;
        this.units = units;
        this.files = files;
        this.clock = clock;
    }

    /** @throws DomainException {@code stage-closed} with its last day, once that is over or staff have decided */
    StageAnswer answer(Caller caller, UUID id, NewAnswer given) {
        units.verified(caller);
        var found = stages.ofId(id).orElseThrow();
        if (clock.today().isAfter(found.dueOn()) || !isUndecided(found.state())) {
            throw DomainException.of(FilingError.STAGE_CLOSED)
                    .with("lastDay", found.dueOn().toString())
                    .with("state", found.state().code());
        }
        var ids = Objects.requireNonNullElse(given.files(), List.<UUID>of());
        var record = new RecordRef(StageViews.RECORD, id);
        var wrong = files.check(caller, record, uses(ids), Set.of());
        if (!wrong.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, wrong);
        }
        var before = uses(List.of(found.files()).stream().map(UUID::fromString).toList());
        files.keep(caller, record, before, uses(ids), Set.of());
        stages.answer(id, given.text().strip(), ids.stream().map(UUID::toString).toArray(String[]::new), clock.now());
        return stages.ofId(id).orElseThrow();
    }

    static boolean isUndecided(RecognitionState state) {
        return state == RecognitionState.CANDIDATE || state == RecognitionState.HELD;
    }

    private static List<Use> uses(List<UUID> ids) {
        var uses = new ArrayList<Use>();
        for (int i = 0; i < ids.size(); i++) {
            uses.add(new Use("/files", SLOT, "/files/" + i, ids.get(i)));
        }
        return uses;
    }
}
