package org.tongban.core.overview;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;

/**
 * What modules say of where their records stand (CO-39). After the moves of cases they are asked by
 * {@link org.tongban.core.review.ReviewHandler#matter}; of any other change, a saved draft say, they tell here, in its
 * transaction. Cases in review and drafts are in the overview by themselves.
 */
@Singleton
public class Matters {
    private final MatterRepository repository;
    private final BusinessClock clock;

    Matters(MatterRepository repository, BusinessClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Notes where a record stands now; one that nothing follows is forgotten. */
    public void put(Matter matter) {
        var state = matter.state();
        if (state.isFinal()) {
            close(matter.record().id());
            return;
        }
        repository.put(
                matter.record().id(),
                matter.record().type(),
                matter.owner(),
                matter.realm(),
                matter.title(),
                matter.number(),
                state.code(),
                state.title().zh(),
                state.title().en(),
                matter.acts().name().toLowerCase(Locale.ROOT),
                matter.nextAction().zh(),
                matter.nextAction().en(),
                matter.dueOn(),
                matter.link(),
                clock.now());
    }

    /** Forgets a record that is over or gone. */
    public void close(UUID record) {
        repository.delete(record);
    }
}
