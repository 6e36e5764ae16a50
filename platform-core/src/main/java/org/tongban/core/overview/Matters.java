package org.tongban.core.overview;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Columns;

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
        putAll(List.of(matter));
    }

    /** The same of many records at once, each of which comes once. */
    public void putAll(List<Matter> matters) {
        var over = matters.stream().filter(matter -> matter.state().isFinal()).toList();
        closeAll(over.stream().map(matter -> matter.record().id()).toList());
        var open = matters.stream().filter(matter -> !matter.state().isFinal()).toList();
        if (open.isEmpty()) {
            return;
        }
        repository.put(
                Columns.of(open, matter -> matter.record().id()),
                Columns.of(open, matter -> matter.record().type()),
                Columns.of(open, Matter::owner),
                Columns.of(open, Matter::realm),
                Columns.of(open, Matter::title),
                Columns.of(open, Matter::number),
                Columns.of(open, matter -> matter.state().code()),
                Columns.of(open, matter -> matter.state().title().zh()),
                Columns.of(open, matter -> matter.state().title().en()),
                Columns.of(open, matter -> matter.acts().name().toLowerCase(Locale.ROOT)),
                Columns.of(open, matter -> matter.nextAction().zh()),
                Columns.of(open, matter -> matter.nextAction().en()),
                Columns.of(open, Matter::dueOn),
                Columns.of(open, Matter::link),
                Columns.of(
                        open,
                        matter ->
                                matter.period() == null ? null : matter.period().after()),
                Columns.of(
                        open,
                        matter ->
                                matter.period() == null ? null : matter.period().workingDays()),
                clock.now());
    }

    /** Forgets a record that is over or gone. */
    public void close(UUID record) {
        closeAll(List.of(record));
    }

    /** The same of many records at once. */
    public void closeAll(List<UUID> records) {
        if (!records.isEmpty()) {
            repository.delete(Columns.of(records));
        }
    }
}
