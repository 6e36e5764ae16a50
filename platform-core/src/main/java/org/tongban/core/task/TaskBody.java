package org.tongban.core.task;

/** What a declared task does; one bean for each. It must stand being run twice. */
public interface TaskBody {
    /** The id of the {@link TaskDeclaration} it belongs to. */
    String task();

    /** Does the work; a thrown exception is logged, its time is kept, and the run comes again at its next turn. */
    void run();
}
