package org.tongban.core.task;

import java.time.LocalDate;

/** What a declared task does; one bean for each. It must stand being run twice. */
public interface TaskBody {
    /** The id of the {@link TaskDeclaration} it belongs to. */
    String task();

    /** Does the work; a thrown exception is logged, and the run comes again, soon at first and then at its next turn. */
    void run();

    /**
     * Does the work of a daily task for one business date, which may lie in the past (CO-48): dates come in their order, and
     * the next one once this has ended well. Without a body of its own it does what {@link #run()} does, whatever the date.
     */
    default void runFor(LocalDate businessDate) {
        run();
    }
}
